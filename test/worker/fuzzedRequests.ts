/** Requests that no page sends: fair ones with a few things wrong in them, from a seed. */
import type { Person } from "./harness.ts";
import { client, draftOf, formOf } from "./harness.ts";
import { METHODS } from "./matrix.ts";
import { MOMENT } from "./round.ts";

export interface FuzzedRequest {
  moment: (typeof MOMENT)[keyof typeof MOMENT];
  path: string;
  init: { method: string; headers: Record<string, string>; body?: Uint8Array };
}

/** Mulberry32: uniform on [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HOSTILE: readonly string[] = [
  "",
  " ",
  "0",
  "-1",
  "1e999",
  "NaN",
  "null",
  "true",
  "__proto__",
  "constructor",
  "toString",
  "%00",
  "%",
  "\u0000",
  "\ud800",
  "\u202e",
  "æøå",
  "Ａ",
  "𝟘",
  "'; drop table answers; --",
  '"><script>alert(1)</script>',
  "../../etc/passwd",
  "//evil.example",
  "https://evil.example/",
  "\r\nSet-Cookie: a=b",
  "{{7*7}}",
  "${7*7}",
  "a".repeat(5000),
  "9".repeat(400),
  "[".repeat(3000),
  "0000-0000-0000-0000",
  "ILOO-ILOO-ILOO-ILOO",
];
const TYPES = [
  "application/json",
  "application/json;charset=utf-16",
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=iso-8859-1",
  "multipart/form-data; boundary=x",
  "text/plain",
  "text/html",
  "application/octet-stream",
  "",
  ";",
  "application/json, text/html",
];
const PATHS = ["/svar", "/afmeld", "/find", "/", "/svar/", "/svar//", "/edge.json", "/%00", "/..%2fsvar"];
const QUERIES = ["", "", "", "?sprog=en", "?sprog=ar", "?sprog=xx", "?sprog=%00", "?send=1&withdraw=1", "?="];
const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ["Origin", ["null", "https://svar.example.dk", "https://evil.example", "", "x", "https://"]],
  ["Sec-Fetch-Site", ["same-origin", "cross-site", "none", "same-site", ""]],
  ["Accept", ["text/html", "application/json", "*/*", "text/html;q=0", "x".repeat(2000)]],
  ["Host", ["evil.example", "svar.example.dk:1", "", "localhost"]],
  ["X-Forwarded-For", ["127.0.0.1", "::1, 1.2.3.4", "x"]],
  ["X-Forwarded-Host", ["evil.example"]],
  ["X-HTTP-Method-Override", ["DELETE", "PUT"]],
  ["Content-Encoding", ["gzip", "br", "x"]],
  ["Content-Length", ["0", "1", "999999999", "-1", "x"]],
  ["Cookie", ["session=1"]],
  ["Range", ["bytes=0-"]],
  ["If-None-Match", ["*"]],
];
const MOMENTS = [MOMENT.open, MOMENT.open, MOMENT.open, MOMENT.before, MOMENT.after];
const FIELDS = [
  "code",
  "municipality",
  "questionnaire",
  "client",
  "version",
  "send",
  "answers",
  "q1",
  "q14",
  "l1",
];

/** Makes requests for ever, in and about the names of some people who are invited. */
export class Fuzzer {
  readonly #random: () => number;
  readonly #people: readonly Person[];

  constructor(seed: number, people: readonly Person[]) {
    this.#random = seeded(seed);
    this.#people = people;
  }

  next(): FuzzedRequest {
    const kind = this.#pick(["json", "json", "form"] as const);
    const method = this.#chance(0.7) ? this.#pick(["PUT", "POST"]) : this.#pick(METHODS);
    const type = kind === "json" ? "application/json" : "application/x-www-form-urlencoded";
    const headers: Record<string, string> = { "Content-Type": this.#chance(0.85) ? type : this.#pick(TYPES) };
    for (const [name, values] of HEADERS) if (this.#chance(0.05)) headers[name] = this.#pick(values);
    const path = (this.#chance(0.75) ? "/svar" : this.#pick(PATHS)) + this.#pick(QUERIES);
    const body = method === "GET" || method === "HEAD" ? {} : { body: this.#body(kind) };
    return { moment: this.#pick(MOMENTS), path, init: { method, headers, ...body } };
  }

  #body(kind: "json" | "form"): Uint8Array {
    const person = this.#pick(this.#people);
    const answers = Object.fromEntries(
      ["q1", "q2", "q13", "q14", "l1", "l2"]
        .filter(() => this.#chance(0.4))
        .map((name) => [name, this.#pick(["1", "2", "5", "8", "Tak", "😀"])]),
    );
    const more = { client: client(this.#pick(["a", "b", "c"])), version: 1 + this.#integer(9) };
    const fair: Record<string, unknown> =
      kind === "json"
        ? { ...draftOf(person, answers, more), ...(this.#chance(0.4) ? { send: "1" } : {}) }
        : formOf(person, answers, { ...more, version: String(more.version) });
    const text = this.#spoil(kind, this.#spoilFields(fair));
    const bytes = new TextEncoder().encode(text);
    return this.#chance(0.05) ? this.#flip(bytes) : bytes;
  }

  #spoilFields(fair: Record<string, unknown>): Record<string, unknown> {
    const body = { ...fair };
    while (this.#chance(0.4)) {
      const field = this.#pick(FIELDS);
      if (this.#chance(0.3)) delete body[field];
      else body[field] = this.#value();
    }
    return body;
  }

  #value(depth = 0): unknown {
    if (this.#chance(0.75) || depth > 3) return this.#pick(HOSTILE);
    return this.#pick([
      () => this.#integer(10) - 5,
      () => null,
      () => this.#chance(0.5),
      () => [this.#value(depth + 1)],
      () => ({ [this.#pick(FIELDS)]: this.#value(depth + 1) }),
    ])();
  }

  #spoil(kind: "json" | "form", body: Record<string, unknown>): string {
    const text =
      kind === "json"
        ? JSON.stringify(body)
        : new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString();
    if (this.#chance(0.9)) return text;
    const at = this.#integer(text.length);
    return this.#pick([
      () => text.slice(0, at),
      () => text + text,
      () => text.slice(0, at) + this.#pick(HOSTILE) + text.slice(at),
      () => "",
    ])();
  }

  #flip(bytes: Uint8Array): Uint8Array {
    const at = this.#integer(bytes.length);
    return bytes.map((byte, i) => (i === at ? byte ^ (1 << this.#integer(8)) : byte));
  }

  #integer(below: number): number {
    return Math.floor(this.#random() * below);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[this.#integer(from.length)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  }
}
