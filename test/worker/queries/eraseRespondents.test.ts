import { describe, expect, it } from "vitest";
import { clearAnswers } from "#db/queries/clearAnswers.ts";
import { eraseRespondents, stopReminders } from "#db/queries/eraseRespondents.ts";
import { listAnswersOf } from "#db/queries/listAnswersOf.ts";
import { listStatus, type RespondentStatus } from "#db/queries/listStatus.ts";
import { canaryCode, canaryRowId } from "#db/canary.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { client, db, freshDatabase, invite, TestWorker, type Person } from "../harness.ts";
import { MOMENT, pepper } from "../round.ts";

const ON = "2026-09-03";

async function statusOf({ rowId }: { rowId: string }): Promise<RespondentStatus | null> {
  for await (const status of listStatus(db)) if (status.rowId === rowId) return status;
  return null;
}

async function answering(respondent: string): Promise<Person> {
  const person = await invite(respondent);
  const worker = new TestWorker();
  await worker.put(person, { q1: "1" });
  await worker.put(person, { q1: "2" }, { client: client("b") });
  return person;
}

describe("erasing respondents", () => {
  freshDatabase();

  it("deletes their answers and no others, keeps the day of an earlier withdrawal, and can be repeated", async () => {
    const [gone, stays] = [await answering("0751-00001"), await answering("0751-00002")];
    expect(await listAnswersOf(db, gone.rowId)).toHaveLength(2);
    expect(await eraseRespondents(db, [{ rowId: gone.rowId, on: ON }])).toBe(2);
    expect(await eraseRespondents(db, [{ rowId: gone.rowId, on: "2026-09-09" }])).toBe(0);
    expect(await statusOf(gone)).toMatchObject({
      withdrawnOn: ON,
      noRemindersOn: ON,
      submittedOn: null,
      drafts: 0,
    });
    expect(await statusOf(stays)).toMatchObject({ withdrawnOn: null, noRemindersOn: null, drafts: 2 });
    expect((await new TestWorker().put(gone, { q1: "1" })).status).toBe(410);
  });

  it("does nothing to rows that are not there, and nothing without wishes", async () => {
    const person = await answering("0751-00001");
    expect(await eraseRespondents(db, [])).toBe(0);
    expect(await eraseRespondents(db, [{ rowId: "x".repeat(43), on: ON }])).toBe(0);
    expect(await listAnswersOf(db, person.rowId)).toHaveLength(2);
  });

  it("stops reminders from the first day, and leaves answers alone", async () => {
    const person = await answering("0751-00001");
    await stopReminders(db, [{ rowId: person.rowId, on: ON }]);
    await stopReminders(db, [{ rowId: person.rowId, on: "2026-09-09" }]);
    expect(await statusOf(person)).toMatchObject({ noRemindersOn: ON, withdrawnOn: null, drafts: 2 });
  });
});

describe("the canary at the Worker", () => {
  freshDatabase();

  it.each(["before", "open", "after"] as const)(
    "is taken %s the field dates, in its own municipality only",
    async (phase) => {
      const rowId = await canaryRowId(pepper, "0751");
      await loadRespondents(db, [{ rowId, municipality: "0751" }]);
      const canary = {
        respondent: "canary",
        municipality: "0751",
        code: await canaryCode(pepper, "0751"),
        rowId,
      };
      const worker = new TestWorker(MOMENT[phase]);
      expect((await worker.put(canary, { q1: "1" })).status).toBe(204);
      expect(await listAnswersOf(db, rowId)).toHaveLength(1);
      expect((await worker.put({ ...canary, municipality: "0101" }, { q1: "1" })).status).toBe(404);
      await clearAnswers(db, rowId);
      expect(await listAnswersOf(db, rowId)).toEqual([]);
    },
  );
});
