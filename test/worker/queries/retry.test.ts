import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { freshDatabase, invite, statusOf, storedRows, TestWorker } from "../harness.ts";
import { MOMENT } from "../round.ts";

/** The documented errors of D1 whose recommended action is to retry. */
const RETRYABLE = [
  "D1_ERROR: D1 DB reset because its code was updated.",
  "D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.",
  "D1_ERROR: Network connection lost.",
  "D1_ERROR: Internal error in D1 DB storage caused object to be reset.",
  "D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.",
  "D1_ERROR: Can't read from request stream because client disconnected.",
  "D1_ERROR: database is locked: SQLITE_BUSY",
];

/** The real database on a bad line: what the given number of statements or batches did is done, and the reply is lost. */
function losingReplies(times: number, message: string): D1Database {
  let left = times;
  const lose = <T>(reply: T): T => {
    if (left-- > 0) throw new Error(message);
    return reply;
  };
  const proxied = <T extends object>(target: T, replace: Partial<Record<PropertyKey, unknown>>): T =>
    new Proxy(target, {
      get: (of, name) => {
        if (name in replace) return replace[name];
        const value: unknown = Reflect.get(of, name, of);
        return typeof value === "function" ? value.bind(of) : value;
      },
    });
  const statement = (real: D1PreparedStatement): D1PreparedStatement =>
    proxied(real, {
      bind: (...values: unknown[]) => statement(real.bind(...values)),
      raw: async () => lose(await real.raw()),
      run: async () => lose(await real.run()),
      all: async () => lose(await real.all()),
      real,
    });
  const realOf = (wrapped: D1PreparedStatement): D1PreparedStatement => Reflect.get(wrapped, "real");
  return proxied(env.DB, {
    prepare: (sql: string) => statement(env.DB.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => lose(await env.DB.batch(statements.map(realOf))),
  });
}

describe("a query whose reply is lost", () => {
  freshDatabase();

  it.each(RETRYABLE)("is done again, and is there once: %s", async (message) => {
    const person = await invite();
    const worker = () => new TestWorker(MOMENT.open, { DB: losingReplies(2, message) });
    expect((await worker().put(person, { q1: "1" })).status).toBe(204);
    expect(await storedRows()).toMatchObject([{ version: 1, final: false, plaintext: '{"q1":1}' }]);
    expect((await worker().send(person, { q1: "2" }, { version: 2 })).status).toBe(303);
    expect(await storedRows()).toMatchObject([{ version: 2, final: true, plaintext: '{"q1":2}' }]);
    const fields = { code: person.code, municipality: person.municipality, withdraw: "1" };
    expect((await worker().form("/afmeld", fields)).status).toBe(303);
    expect(await storedRows()).toEqual([]);
    expect(await statusOf(person)).toMatchObject({ withdrawnOn: "2026-09-10" });
  });

  it("names no second client when a form without script is done again", async () => {
    const person = await invite();
    const bad = losingReplies(3, "D1_ERROR: Network connection lost.");
    const worker = new TestWorker(MOMENT.open, { DB: bad });
    const fields = { ...person, questionnaire: "2026-1", q1: "1", send: "1" };
    const { respondent: _, rowId: __, ...form } = fields;
    expect((await worker.form("/svar", form)).status).toBe(303);
    expect(await storedRows()).toMatchObject([{ final: true, plaintext: '{"q1":1}' }]);
  });

  it("is given up after five tries, and at once when no retry can mend it", async () => {
    const person = await invite();
    const statusAfter = async (times: number, message: string) =>
      (await new TestWorker(MOMENT.open, { DB: losingReplies(times, message) }).put(person, { q1: "1" }))
        .status;
    expect(await statusAfter(4, "D1_ERROR: Network connection lost.")).toBe(204);
    expect(await statusAfter(5, "D1_ERROR: Network connection lost.")).toBe(503);
    expect(await statusAfter(1, "D1_ERROR: D1 DB is overloaded. Too many requests queued.")).toBe(503);
  });
});
