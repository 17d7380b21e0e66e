import { describe, expect, it, onTestFinished, vi } from "vitest";
import { withRetry } from "#db/retry.ts";
import { freshDatabase, invite, statusOf, storedRows, TestWorker } from "../harness.ts";
import { losingReplies } from "../badLine.ts";
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

const failing = (message: string) => () => Promise.reject(new Error(`D1_ERROR: ${message}`));

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

  it("waits a random time that may double from try to try, and no longer than a citizen would", async () => {
    const waits: number[] = [];
    const effects = {
      random: () => 0.5,
      wait: (ms: number) => {
        waits.push(ms);
        return Promise.resolve();
      },
    };
    await expect(withRetry(failing("Network connection lost."), effects)).rejects.toThrow(
      "Network connection lost",
    );
    expect(waits).toEqual([25, 50, 100, 200]);
    await expect(
      withRetry(failing("Network connection lost."), { ...effects, random: () => 0 }),
    ).rejects.toThrow("Network");
    expect(waits.slice(4)).toEqual([0, 0, 0, 0]);
    await expect(
      withRetry(failing("D1 DB is overloaded. Requests queued for too long."), effects),
    ).rejects.toThrow("overloaded");
    expect(waits).toHaveLength(8);
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
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    const person = await invite();
    const statusAfter = async (times: number, message: string) =>
      (await new TestWorker(MOMENT.open, { DB: losingReplies(times, message) }).put(person, { q1: "1" }))
        .status;
    expect(await statusAfter(4, "D1_ERROR: Network connection lost.")).toBe(204);
    expect(await statusAfter(5, "D1_ERROR: Network connection lost.")).toBe(503);
    expect(await statusAfter(1, "D1_ERROR: D1 DB is overloaded. Too many requests queued.")).toBe(503);
    expect(log).toHaveBeenCalledTimes(2);
  });
});
