import { describe, expect, it } from "vitest";
import { bareHtml } from "../../../scripts/bench/page/bare.ts";
import { Direction } from "../../../scripts/bench/page/link/direction.ts";
import { completeChecksum, folded, ipPacketIn, wordSum } from "../../../scripts/bench/page/link/packet.ts";
import { median } from "../../../scripts/bench/page/median.ts";
import type { Visited } from "../../../scripts/bench/page/plan.ts";
import { judge } from "../../../scripts/bench/page/tables.ts";
import { weigh } from "../../../scripts/bench/page/weigh.ts";

describe("the slow link", () => {
  it("delivers a packet after its bits and half a round trip, and the next one after it", () => {
    const down = new Direction(400, 400);
    expect(down.arrivesAt(1000, 1500)).toBe(1000 + 30 + 200);
    expect(down.arrivesAt(1000, 1500)).toBe(1000 + 60 + 200);
    expect(down.arrivesAt(2000, 100)).toBe(2000 + 2 + 200);
  });

  it("adds up words as RFC 1071 §3 does", () => {
    expect(folded(wordSum(Buffer.from("0001f203f4f5f6f7", "hex")))).toBe(0xddf2);
    expect(wordSum(Buffer.from("000102", "hex"))).toBe(0x0001 + 0x0200);
  });

  it("completes the checksum of a TCP segment, so that header and segment add up to all ones", () => {
    const ip = Buffer.from("4500002b00004000400600000a5c00010a5c0002", "hex");
    const tcp = Buffer.from("c35024e30000000100000002501001f600000000616263", "hex");
    const datagram = Buffer.concat([Buffer.alloc(8 + 12), Buffer.from("0800", "hex"), ip, tcp]);
    const packet = ipPacketIn(datagram);
    expect(packet).toEqual({ start: 22, bytes: 43 });
    if (packet) completeChecksum(datagram, packet);
    const segment = datagram.subarray(22 + 20);
    const pseudoHeader = wordSum(ip.subarray(12)) + 6 + segment.length;
    expect(segment.readUInt16BE(16)).not.toBe(0);
    expect(folded(pseudoHeader + wordSum(segment))).toBe(0xffff);
  });

  it("lets through what is no IPv4 packet, and what is cut off", () => {
    expect(ipPacketIn(Buffer.alloc(64))).toBeNull();
    expect(ipPacketIn(Buffer.alloc(10))).toBeNull();
  });
});

const PAGE = `<!doctype html><html lang="da"><head><title>T</title><style>p{color:red}</style></head>
<body class="js"><form method="post" action="/svar" data-x="1"><label class="option"><input type="radio" name="q1" value="1">
Meget enig</label></form><template><p>x</p></template><script>let a = 1;</script></body></html>`;

describe("the bare page", () => {
  it("has the questions and the form, and nothing that is only for looks or script", () => {
    const bare = bareHtml(PAGE);
    expect(bare).toContain(
      '<form method="post" action="/svar"><label><input type="radio" name="q1" value="1">',
    );
    expect(bare).not.toMatch(/<style|<script|<template|class=|data-/);
  });
});

describe("what a document weighs", () => {
  it("is its parts together", () => {
    const { raw, brotli, gzip, style, script, markup } = weigh(PAGE);
    expect(raw).toBe(Buffer.byteLength(PAGE));
    expect(style + script + markup).toBe(brotli);
    expect(style).toBeGreaterThan(0);
    expect(script).toBeGreaterThan(0);
    expect(gzip).toBeGreaterThan(brotli);
  });
});

describe("the median", () => {
  it("is the middle value, or half way between the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });
});

const visit = (address: string, lcp: number, more: Partial<Visited["visit"]> = {}): Visited => ({
  profile: "slow 3G",
  address,
  visit: {
    fcp: lcp,
    lcp,
    load: lcp,
    shifts: 0,
    blocking: 0,
    requests: 1,
    wireBytes: 6000,
    reaction: 40,
    ...more,
  },
});
const missed = (visits: Visited[]) =>
  judge("/a/", "/bare/a/", visits)
    .filter(({ met }) => !met)
    .map(({ line }) => line);

describe("the goals", () => {
  it("are met at 1.15 times the bare page, without a shift, under 50 ms", () => {
    expect(missed([visit("/bare/a/", 1000), visit("/a/", 1150)])).toEqual([]);
  });

  it("are missed by a slower, a shifting or a sluggish page", () => {
    const slow = visit("/a/", 1960, { shifts: 0.01, reaction: 56 });
    expect(missed([visit("/bare/a/", 1000), slow])).toEqual([
      "/a/ on slow 3G: LCP 1.96 x bare (at most 1.15)",
      "/a/ on slow 3G: LCP 1.96 s (at most 1.90 s)",
      "/a/ on slow 3G: CLS 0.010 (0)",
      "/a/ on slow 3G: reaction 56 ms (under 50 ms)",
    ]);
  });
});
