/** How the tests talk to the Worker: its real app on a real D1, at a moment of their choosing. */
import { env } from "cloudflare:workers";
import { applyD1Migrations } from "cloudflare:test";
import { beforeEach } from "vitest";
import { databaseOf } from "#db/database.ts";
import { deleteAll } from "#db/queries/deleteAll.ts";
import { listSealed } from "#db/queries/listSealed.ts";
import { listStatus, type RespondentStatus } from "#db/queries/listStatus.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { rowIds } from "#db/rowId.ts";
import { open } from "#db/seal.ts";
import { createApp } from "../../worker/app.ts";
import { codeOf, edge, MOMENT, pepper, privateKey } from "./round.ts";

/** Waits do not wait in tests; what is retried is. */
const retry = { random: () => 0.5, wait: () => Promise.resolve() };

export const db = databaseOf([env.DB], retry);
export const rowIdOf = await rowIds(pepper);

/** Gives every test of a file an empty database with the real schema. */
export function freshDatabase(): void {
  beforeEach(async () => {
    await applyD1Migrations(env.DB, env.MIGRATIONS);
    await deleteAll(db);
  });
}

export interface Person {
  respondent: string;
  municipality: string;
  code: string;
  rowId: string;
}

/** Puts a respondent of a municipality into the sample. */
export async function invite(respondent = "0751-00001"): Promise<Person> {
  const code = await codeOf(respondent);
  const person = { respondent, municipality: respondent.slice(0, 4), code, rowId: await rowIdOf(code) };
  await loadRespondents(db, [person]);
  return person;
}

export const client = (name = "a"): string => name.padEnd(22, "-");

type Answers = Readonly<Record<string, string>>;

/** The body of a draft; `more` replaces what a test wants otherwise. */
export const draftOf = (person: Person, answers: Answers, more: Readonly<Record<string, unknown>> = {}) => ({
  code: person.code,
  municipality: person.municipality,
  questionnaire: "2026-1",
  client: client(),
  version: 1,
  answers,
  ...more,
});

/** The fields a browser without script sends. */
export const formOf = (person: Person, answers: Answers, more: Answers = {}): Record<string, string> => ({
  code: person.code,
  municipality: person.municipality,
  questionnaire: "2026-1",
  client: "",
  version: "",
  ...answers,
  send: "1",
  ...more,
});

let addresses = 0;
/** An address in one of two thousand million networks that are there for examples. */
const networkNumber = (n: number): string =>
  `2001:db8:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}::1`;

/** The Worker at a moment, with bindings of its own where a test replaces them. */
export class TestWorker {
  readonly #app;
  readonly #env: Cloudflare.Env;

  constructor(moment: number = MOMENT.open, bindings: Partial<Cloudflare.Env> = {}) {
    this.#app = createApp({ now: () => moment, retry });
    this.#env = { ...env, ...bindings };
  }

  /** Each request comes from a network of its own, unless the test says from which address. */
  async request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has("CF-Connecting-IP")) headers.set("CF-Connecting-IP", networkNumber(++addresses));
    return this.#app.request(`https://svar.example.dk${path}`, { ...init, headers }, this.#env);
  }

  json(method: "PUT" | "POST", body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.request("/svar", {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  put(person: Person, answers: Answers, more: Readonly<Record<string, unknown>> = {}): Promise<Response> {
    return this.json("PUT", draftOf(person, answers, more));
  }

  send(person: Person, answers: Answers, more: Readonly<Record<string, unknown>> = {}): Promise<Response> {
    return this.json("POST", { ...draftOf(person, answers, more), send: "1" });
  }

  /** A form as a browser without script sends it. */
  form(
    path: string,
    fields: Record<string, string> | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.request(path, {
      method: "POST",
      headers: {
        Accept: "text/html,application/xhtml+xml",
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: "null",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Site": "same-origin",
        ...headers,
      },
      body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
    });
  }
}

export interface StoredRow {
  rowId: string;
  client: string;
  version: number;
  final: boolean;
  /** The canonical JSON inside the seal. */
  plaintext: string | null;
}

/** What is stored of answers, of one person or of all, opened with the round key. */
export async function storedRows(of?: Person): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const row of listSealed(db)) {
    if (of && row.rowId !== of.rowId) continue;
    const plaintext = await open(row.sealed, row, { privateKey, roundId: edge.id });
    rows.push({ rowId: row.rowId, client: row.client, version: row.version, final: row.final, plaintext });
  }
  return rows;
}

export async function statusOf({ rowId }: Person): Promise<RespondentStatus | null> {
  for await (const status of listStatus(db)) if (status.rowId === rowId) return status;
  return null;
}

/** Every byte of both tables, to see that nothing has changed. */
export async function dump(): Promise<string> {
  const tables = await env.DB.batch([
    env.DB.prepare("select * from respondent order by row_id"),
    env.DB.prepare("select * from answers order by row_id, client"),
  ]);
  return JSON.stringify(tables.map(({ results }) => results));
}
