/** One interview as a phone has it: the page, five autosaves, the final answers, over one connection that is kept. */
import { randomBytes } from "node:crypto";
import { request, type Agent } from "node:http";

export const KINDS = ["page", "save", "final"] as const;
export type Kind = (typeof KINDS)[number];

export interface Citizen {
  /** `/aarhus/` */
  address: string;
  municipality: string;
  code: string;
}

/** What came back of one request; status 0 for a connection that broke. */
export interface Reply {
  kind: Kind;
  ms: number;
  status: number;
}

export const EXPECTED: Record<Kind, number> = { page: 200, save: 204, final: 303 };

/** Answers given by the end of each of the five parts. */
const PARTS = [
  { q1: "2", q2: "1", q3: "3" },
  { q4: "2", q5: "2", q6: "8" },
  { q7: "1", q8: "2", q9: "2", q10: "3" },
  { q11: "4", q12: "3" },
  { q13: "2", q14: "De lyttede, og jeg fik hjælp til at komme videre.", q15: "Kortere ventetid på svar." },
];

/** Where a phone's requests go. */
export interface Line {
  base: URL;
  agent: Agent;
  /** Which of several Workers is asked, at the moment of asking; `null` where it does not matter. */
  host?: (kind: Kind) => string | null;
}

/** @returns every request of the interview in its order */
export async function interview(line: Line, citizen: Citizen): Promise<Reply[]> {
  const { address, code, municipality } = citizen;
  const client = randomBytes(16).toString("base64url");
  const replies = [await send(line, { kind: "page", method: "GET", path: address })];
  let answers: Record<string, string> = {};
  for (const [part, given] of PARTS.entries()) {
    answers = { ...answers, ...given };
    const draft = { code, municipality, questionnaire: "2026-1", client, version: part + 2, answers };
    replies.push(await send(line, { kind: "save", method: "PUT", path: "/svar", body: draft }));
  }
  const version = PARTS.length + 2;
  const final = { code, municipality, questionnaire: "2026-1", client, version, answers, send: "1" };
  replies.push(await send(line, { kind: "final", method: "POST", path: "/svar", body: final }));
  return replies;
}

export interface Message {
  kind: Kind;
  method: "GET" | "PUT" | "POST";
  path: string;
  body?: object;
}

export function send(line: Line, { kind, method, path, body }: Message): Promise<Reply> {
  const { base, agent, host } = line;
  const text = body ? JSON.stringify(body) : "";
  const name = host?.(kind) ?? null;
  const named = name === null ? {} : { Host: name };
  const content = body
    ? { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }
    : { Accept: "text/html", "Accept-Encoding": "gzip, br" };
  const started = performance.now();
  return new Promise((resolve) => {
    const done = (status: number): void => resolve({ kind, ms: performance.now() - started, status });
    const { hostname, port } = base;
    const headers = { ...named, ...content };
    const outgoing = request({ agent, hostname, port, path, method, headers }, (incoming) => {
      incoming.resume();
      incoming.on("end", () => done(incoming.statusCode ?? 0));
      incoming.on("error", () => done(0));
    });
    outgoing.on("error", () => done(0));
    outgoing.end(text);
  });
}
