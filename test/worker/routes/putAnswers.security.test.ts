import { env } from "cloudflare:workers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { losingReplies } from "../badLine.ts";
import { client, dump, freshDatabase, invite, storedRows, TestWorker } from "../harness.ts";
import { codeOf, MOMENT } from "../round.ts";

/** Everything of a response that a stranger sees. */
const seen = async (response: Response): Promise<string> =>
  JSON.stringify([response.status, [...response.headers], await response.text()]);

describe("PUT /svar", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("gives a stranger the same bytes whatever the code, the state of the round or of its owner", async () => {
    const person = await invite();
    await worker.send(person, { q1: "1" });
    const strangers = [
      { code: await codeOf("0751-00002") },
      { code: "0000-0000-0000-0000" },
      { code: "x" },
      { code: "æøå" },
      { code: person.code.slice(1) },
      { municipality: "0492" },
      { municipality: "9999" },
    ];
    const answers = new Set<string>();
    for (const moment of [MOMENT.before, MOMENT.open, MOMENT.after]) {
      for (const stranger of strangers)
        answers.add(await seen(await new TestWorker(moment).put(person, { q1: "1" }, stranger)));
    }
    expect(answers.size).toBe(1);
  });

  it("never says the code or an answer back", async () => {
    const person = await invite();
    const bodies = [
      await worker.put(person, { q14: "canary" }, { municipality: "0492" }),
      await worker.put(person, { q14: "canary", q1: "canary" }),
      await worker.put(person, { canary: "canary" }),
    ];
    for (const response of bodies)
      expect(await seen(response)).not.toMatch(/canary|[A-Z0-9]{4}-?[A-Z0-9]{12}/);
  });

  it("asks the rate limiter after unknown codes only, by address", async () => {
    const asked: string[] = [];
    const limiter: RateLimit = {
      limit: ({ key }) => {
        asked.push(key);
        return Promise.resolve({ success: asked.length <= 2 });
      },
    };
    const limited = new TestWorker(MOMENT.open, { LIMITER: limiter });
    const person = await invite();
    const stranger = { ...draft(person.municipality), code: "0000-0000-0000-0000" };
    const from = { "CF-Connecting-IP": "198.51.100.7" };
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await limited.json("PUT", stranger, from)).status);
    expect(statuses).toEqual([404, 404, 429]);
    expect(asked).toEqual(["198.51.100.7", "198.51.100.7", "198.51.100.7"]);
    expect((await limited.put(person, { q1: "1" })).status).toBe(204);
    expect(asked).toHaveLength(3);
  });

  it("slows a guesser with the real binding, and never a valid code from the same address", async () => {
    const person = await invite();
    const from = { "CF-Connecting-IP": "198.51.100.8" };
    const guess = { ...draft(person.municipality), code: "0000-0000-0000-0000" };
    const statuses = new Set<number>();
    for (let i = 0; i < 40; i++) statuses.add((await worker.json("PUT", guess, from)).status);
    expect([...statuses]).toEqual([404, 429]);
    const valid = { ...draft(person.municipality), code: person.code };
    expect((await worker.json("PUT", valid, from)).status).toBe(204);
  });

  it("refuses what another site's page sends, and believes browsers that say nothing", async () => {
    const person = await invite();
    const put = async (headers: Record<string, string>) =>
      (await worker.json("PUT", { ...draft(person.municipality), code: person.code }, headers)).status;
    expect(await put({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await put({ "Sec-Fetch-Site": "same-site" })).toBe(403);
    expect(await put({ Origin: "https://evil.example" })).toBe(403);
    expect(await put({ "Sec-Fetch-Site": "same-origin", Origin: "null" })).toBe(204);
    expect(await put({ "Sec-Fetch-Site": "none" })).toBe(204);
    expect(await put({ Origin: "https://svar.example.dk" })).toBe(204);
    expect(await put({ Origin: "null" })).toBe(204);
    expect(await put({})).toBe(204);
  });

  it("keeps no answer, code or address in clear in the database", async () => {
    const person = await invite();
    await worker.put(person, { q14: "canary text'); drop table answers; --" });
    const stored = await dump();
    expect(stored).not.toContain("canary");
    expect(stored).not.toContain(person.code);
    expect(stored).toContain(person.rowId);
  });

  it("takes no property of JavaScript's objects for an answer", async () => {
    const person = await invite();
    const body = JSON.stringify({ ...draft(person.municipality), code: person.code });
    const hostile = body.replace('{"q1":"1"}', '{"__proto__":"1","q1":"1"}');
    expect(hostile).toContain("__proto__");
    await worker.json("PUT", hostile);
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(['{"q1":1}']);
    const inherited = body.replace('{"q1":"1"}', '{"constructor":"1","toString":"1"}');
    expect((await worker.json("PUT", inherited)).status).toBe(422);
  });

  it("makes rows of one length from a yes and from a page of text", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1" }, { client: client("a") });
    await worker.put(person, { q14: "x".repeat(900) }, { client: client("b") });
    const { results } = await env.DB.prepare("select length(sealed) as n from answers").all<{ n: number }>();
    expect(new Set(results.map(({ n }) => n)).size).toBe(1);
  });

  it("answers 503 without a word about the database when that does not answer, and logs no SQL", async () => {
    const person = await invite();
    const broken = losingReplies(9, "D1_ERROR: no such table: answers at offset 12");
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    const response = await new TestWorker(MOMENT.open, { DB: broken }).put(person, { q14: "canary" });
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(await seen(response)).not.toMatch(/sql|table|insert|select/i);
    expect(log).toHaveBeenCalledOnce();
    const logged = String(log.mock.calls);
    expect(logged).toContain("saveDraft");
    expect(logged).not.toMatch(/canary|insert into|no such table/);
    expect(logged).not.toContain(person.code);
    expect(logged).not.toContain(person.rowId);
  });
});

const draft = (municipality: string) => ({
  municipality,
  questionnaire: "2026-1",
  client: client(),
  version: 1,
  answers: { q1: "1" },
});
