/** The tables that the page bench prints, and its goals. */
import peerFigures from "./peers.json" with { type: "json" };
import type { SiteDocument } from "../../io/siteDocuments.ts";
import { PROFILES } from "./link/direction.ts";
import { median } from "./median.ts";
import type { Visited } from "./plan.ts";
import type { Weight } from "./weigh.ts";

/** Largest paint against the bare page's in the same run; reaction in milliseconds. */
const LCP_GOAL = 1.15;
const REACTION_GOAL_MS = 50;

type Visit = Visited["visit"];

const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join("")}`;

export function weightLines(
  samples: readonly { address: string; documents: number; heaviest: number; weight: Weight }[],
): string[] {
  return [
    "Bytes of each kind of document (style, script and markup are parts of the brotli bytes)",
    row("", ["documents", "raw", "gzip 9", "brotli 11", "style", "script", "markup", "heaviest"]),
    ...samples.map(({ address, documents, heaviest, weight }) => {
      const { raw, gzip, brotli, style, script, markup } = weight;
      return row(address, [documents, raw, gzip, brotli, style, script, markup, heaviest].map(String));
    }),
  ];
}

/** The median of each figure over the runs of a page on a link. */
function typical(visits: readonly Visited[], profile: string, address: string): Visit | null {
  const own = visits.filter((v) => v.profile === profile && v.address === address).map((v) => v.visit);
  if (own.length === 0) return null;
  const of = (figure: (visit: Visit) => number): number => median(own.map(figure));
  return {
    fcp: of((v) => v.fcp),
    lcp: of((v) => v.lcp),
    load: of((v) => v.load),
    shifts: of((v) => v.shifts),
    blocking: of((v) => v.blocking),
    requests: of((v) => v.requests),
    wireBytes: of((v) => v.wireBytes),
    reaction: own.some((v) => v.reaction === null) ? null : of((v) => v.reaction ?? 0),
  };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const reactionOf = (milliseconds: number | null): string =>
  milliseconds === null ? "" : milliseconds === 0 ? "< 16 ms" : `${milliseconds} ms`;

export function timeLines(visits: readonly Visited[]): string[] {
  const pages = [...new Set(visits.map(({ profile, address }) => `${profile}\t${address}`))];
  let shown = "";
  return pages.flatMap((page) => {
    const [profile = "", address = ""] = page.split("\t");
    const visit = typical(visits, profile, address);
    if (!visit) return [];
    const heading = [
      `\nCold on ${profile}, processor slowed four times, median`,
      row("", ["requests", "wire", "FCP", "LCP", "load", "CLS", "blocking", "reaction"]),
    ];
    const lines = profile === shown ? [] : heading;
    shown = profile;
    const { requests, wireBytes, fcp, lcp, load, shifts, blocking, reaction } = visit;
    const times = [seconds(fcp), seconds(lcp), seconds(load)];
    const disturbances = [shifts.toFixed(3), `${Math.round(blocking)} ms`, reactionOf(reaction)];
    return [...lines, row(address, [String(requests), `${wireBytes} B`, ...times, ...disturbances])];
  });
}

export function peerLines(): string[] {
  const { work, source, peers } = peerFigures;
  return [
    "\nPeers on slow 3G",
    row("", ["requests", "wire", "LCP", "load", "CLS", "blocking"]),
    ...peers.map(({ name, kilobytes, requests, lcp, load, cls, blocking }) =>
      row(name.slice(0, 33), [
        String(requests),
        `${kilobytes} kB`,
        `${lcp.toFixed(2)} s`,
        `${load.toFixed(2)} s`,
        cls.toFixed(3),
        `${blocking} ms`,
      ]),
    ),
    `  ${work}.`,
    `  ${source}.`,
  ];
}

export interface Goal {
  met: boolean;
  line: string;
}

/** The heaviest of the questionnaires, brotli bytes. */
export function judgeWeight(questionnaires: readonly SiteDocument[], goalBytes: number): Goal {
  const [heaviest] = questionnaires.toSorted((a, b) => b.brotli - a.brotli);
  if (!heaviest) throw new RangeError("no questionnaire");
  const { address, brotli } = heaviest;
  const line = `${address}, the heaviest of ${questionnaires.length}: ${brotli} bytes (at most ${goalBytes})`;
  return { met: brotli <= goalBytes, line };
}

/** What a questionnaire must reach on every link, and on the slowest ordinary one also beside its bare page. */
export function judge(address: string, bare: string, visits: readonly Visited[]): Goal[] {
  return PROFILES.flatMap(({ name, lcpGoalMs }, i) => {
    const [own, floor] = [typical(visits, name, address), typical(visits, name, bare)];
    if (!own || !floor) return [];
    const { requests, lcp, shifts, reaction } = own;
    const ratio = lcp / floor.lcp;
    const goals = [
      { met: requests === 1, line: `${requests} requests before the largest paint (1)` },
      { met: lcp <= lcpGoalMs, line: `LCP ${seconds(lcp)} (at most ${seconds(lcpGoalMs)})` },
      { met: shifts === 0, line: `CLS ${shifts.toFixed(3)} (0)` },
      {
        met: reaction !== null && reaction < REACTION_GOAL_MS,
        line: `reaction ${reactionOf(reaction)} (under ${REACTION_GOAL_MS} ms)`,
      },
    ];
    if (i === 0) {
      goals.unshift({ met: ratio <= LCP_GOAL, line: `LCP ${ratio.toFixed(2)} x bare (at most ${LCP_GOAL})` });
    }
    return goals.map(({ met, line }) => ({ met, line: `${address} on ${name}: ${line}` }));
  });
}
