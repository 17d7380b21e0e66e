/** Rate limiting by the real binding: those who have a code never notice it, those who guess do. */
import { describe, expect, it } from "vitest";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { db, draftOf, freshDatabase, invite, rowIdOf, TestWorker, type Person } from "./harness.ts";
import { codeOf } from "./round.ts";

const PEOPLE = 500;
const worker = new TestWorker();

async function inviteMany(): Promise<Person[]> {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const respondent = `0751-${String(i).padStart(5, "0")}`;
      const code = await codeOf(respondent);
      return { respondent, municipality: "0751", code, rowId: await rowIdOf(code) };
    }),
  );
  await loadRespondents(db, people);
  return people;
}

const guess = (headers: Record<string, string>, i = 0) => {
  const code = `0000-0000-0000-${String(i).padStart(4, "0")}`;
  return worker.json("PUT", { ...draftOf({ ...NOBODY, code }, { q1: "1" }) }, headers);
};
const NOBODY: Person = { respondent: "", municipality: "0751", code: "", rowId: "" };

/** The limiter counts by the minute of the clock: so many tries hold one too many, also across a change of minute. */
const TRIES = 2 * 31;

/** The answer that slows whoever tries on and on, and the statuses before it. */
async function untilSlowed(attempt: (i: number) => Promise<Response>) {
  const before = new Set<number>();
  for (let i = 0; i < TRIES; i++) {
    const response = await attempt(i);
    if (response.status === 429) return { response, before };
    before.add(response.status);
  }
  throw new Error(`${TRIES} tries were not slowed`);
}

describe("guessing codes", () => {
  freshDatabase();

  it("500 people behind one address save and send, also while somebody there guesses", async () => {
    const people = await inviteMany();
    const from = { "CF-Connecting-IP": "198.51.100.50" };
    await untilSlowed((i) => guess(from, i));
    const statuses = { draft: new Set<number>(), final: new Set<number>() };
    for (const person of people) {
      const draft = draftOf(person, { q1: "1" });
      statuses.draft.add((await worker.json("PUT", draft, from)).status);
      statuses.final.add((await worker.json("POST", { ...draft, version: 2, send: "1" }, from)).status);
    }
    expect(statuses).toEqual({ draft: new Set([204]), final: new Set([303]) });
    await untilSlowed((i) => guess(from, i));
  });

  it("is slowed for all that a connection can call itself", async () => {
    for (const headersOf of [
      (i: number) => ({ "CF-Connecting-IP": "198.51.100.51", "X-Forwarded-For": `203.0.113.${i}` }),
      (i: number) => ({ "CF-Connecting-IP": "198.51.100.52", "X-Real-IP": `203.0.113.${i}` }),
      (i: number) => ({ "CF-Connecting-IP": "198.51.100.53", Forwarded: `for=203.0.113.${i}` }),
      (i: number) => ({ "CF-Connecting-IP": "198.51.100.54", "User-Agent": `agent ${i}` }),
      (i: number) => ({ "CF-Connecting-IP": `2001:db8:ffff:1:${i.toString(16)}::1` }),
    ])
      expect((await untilSlowed((i) => guess(headersOf(i), i))).before).toEqual(new Set([404]));
  });

  it("says in Danish how long to wait, on a page to a form and in JSON to a script", async () => {
    const person = await invite();
    const from = { "CF-Connecting-IP": "198.51.100.55" };
    const { response: json } = await untilSlowed((i) => guess(from, i));
    expect([json.status, json.headers.get("Retry-After")]).toEqual([429, "60"]);
    expect(await json.json()).toMatchObject({ message: expect.stringContaining("Vent et minut") });
    for (const path of ["/svar", "/afmeld", "/find"]) {
      const fields = { municipality: "0751", questionnaire: "2026-1", code: "hej", q1: "1", send: "1" };
      const { response: page } = await untilSlowed(() => worker.form(path, fields, from));
      expect([page.status, page.headers.get("Retry-After")]).toEqual([429, "60"]);
      expect(page.headers.get("Content-Type")).toContain("text/html");
      expect(await page.text()).toContain("Vent et minut");
    }
    const known = { code: person.code, municipality: "0751" };
    expect((await worker.form("/afmeld", known, from)).status).toBe(303);
  });
});
