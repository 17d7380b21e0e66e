import { describe, expect, it } from "vitest";
import { listSealed } from "#db/queries/listSealed.ts";
import { listStatus } from "#db/queries/listStatus.ts";
import { client, db, freshDatabase, invite, TestWorker, type Person } from "../harness.ts";

const worker = new TestWorker();

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

/** Five respondents: one sent, one with two drafts, one opted out, two silent. */
async function fieldwork(): Promise<Person[]> {
  const numbers = ["0751-00001", "0751-00002", "0751-00003", "0492-00001", "0492-00002"];
  const people = await Promise.all(numbers.map(invite));
  const [sent, drafting, optedOut] = people;
  if (!sent || !drafting || !optedOut) throw new Error("five people");
  await worker.put(sent, { q1: "1" }, { client: client("b") });
  await worker.send(sent, { q1: "1" });
  await worker.put(drafting, { q1: "1" });
  await worker.put(drafting, { q1: "1" }, { client: client("b") });
  await worker.form("/afmeld", { code: optedOut.code, municipality: optedOut.municipality });
  return people;
}

describe("listStatus", () => {
  freshDatabase();

  it.each([1, 2, 4, 5, 6])(
    "lists everybody once in the order of the row ids, %i a page",
    async (rowsAPage) => {
      const people = await fieldwork();
      const listed = await collect(listStatus(db, rowsAPage));
      expect(listed.map(({ rowId }) => rowId)).toEqual(people.map(({ rowId }) => rowId).toSorted());
      const [sent, drafting, optedOut, silent] = people.map((p) =>
        listed.find(({ rowId }) => rowId === p.rowId),
      );
      expect(sent).toMatchObject({ submittedOn: "2026-09-10", drafts: 0, noRemindersOn: null });
      expect(drafting).toMatchObject({ submittedOn: null, drafts: 2 });
      expect(optedOut).toMatchObject({ noRemindersOn: "2026-09-10", drafts: 0 });
      expect(silent).toEqual({
        rowId: people[3]?.rowId,
        municipality: "0492",
        submittedOn: null,
        noRemindersOn: null,
        withdrawnOn: null,
        drafts: 0,
      });
    },
  );

  it("lists nobody in an empty database", async () => {
    expect(await collect(listStatus(db))).toEqual([]);
  });
});

describe("listSealed", () => {
  freshDatabase();

  it.each([1, 2, 3, 4])("lists every row once, a respondent's together, %i a page", async (rowsAPage) => {
    const [sent, drafting] = await fieldwork();
    const listed = await collect(listSealed(db, rowsAPage));
    const expected = [
      [sent?.rowId, client("a"), true],
      [drafting?.rowId, client("a"), false],
      [drafting?.rowId, client("b"), false],
    ].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(listed.map((row) => [row.rowId, row.client, row.final])).toEqual(expected);
    expect(listed[0]).toMatchObject({ municipality: "0751", questionnaire: "2026-1", version: 1 });
  });
});
