import { describe, expect, it } from "vitest";
import { freshDatabase, invite, statusOf, storedRows, TestWorker, type Person } from "../harness.ts";
import { MOMENT } from "../round.ts";

const fields = ({ code, municipality }: Person, more = {}) => ({ code, municipality, ...more });

describe("POST /afmeld", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("notes the day of no more reminders, once, and leaves the answers", async () => {
    const person = await invite();
    await worker.send(person, { q1: "1" });
    const response = await worker.form("/afmeld", fields(person));
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/aarhus/afmeld/ok/"]);
    await new TestWorker(MOMENT.last).form("/afmeld", fields(person));
    expect(await statusOf(person)).toMatchObject({
      noRemindersOn: "2026-09-10",
      withdrawnOn: null,
      submittedOn: "2026-09-10",
    });
    expect(await storedRows()).toHaveLength(1);
  });

  it("deletes final and drafts when asked, for good: late retries revive nothing", async () => {
    const person = await invite();
    const other = await invite("0751-00002");
    await worker.send(person, { q1: "1" });
    await worker.put(other, { q1: "1" });
    const response = await worker.form("/afmeld", fields(person, { withdraw: "1" }));
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/aarhus/afmeld/slettet/"]);
    const late = [
      await worker.send(person, { q1: "1" }),
      await worker.put(person, { q1: "1" }, { version: 2 }),
      await worker.send(person, { q1: "2" }, { version: 9 }),
    ];
    expect(late.map(({ status }) => status)).toEqual([410, 410, 410]);
    expect(await statusOf(person)).toEqual({
      rowId: person.rowId,
      municipality: "0751",
      submittedOn: null,
      noRemindersOn: "2026-09-10",
      withdrawnOn: "2026-09-10",
      drafts: 0,
    });
    expect((await storedRows()).map(({ rowId }) => rowId)).toEqual([other.rowId]);
  });

  it("works before the round opens and after it has closed", async () => {
    const person = await invite();
    expect((await new TestWorker(MOMENT.before).form("/afmeld", fields(person))).status).toBe(303);
    const late = await new TestWorker(MOMENT.after).form("/afmeld", fields(person, { withdraw: "1" }));
    expect(late.status).toBe(303);
    expect(await statusOf(person)).toMatchObject({ noRemindersOn: "2026-08-30", withdrawnOn: "2026-09-26" });
  });
});
