import { describe, expect, it } from "vitest";
import { deleteAll } from "#db/queries/deleteAll.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { client, db, dump, freshDatabase, invite, TestWorker } from "../harness.ts";

describe("deleteAll", () => {
  freshDatabase();

  it("empties both tables and counts, over more rows than one statement takes", async () => {
    const person = await invite();
    await new TestWorker().put(person, { q1: "1" });
    await new TestWorker().put(person, { q1: "1" }, { client: client("b") });
    const more = Array.from({ length: 10_001 }, (_, i) => ({ rowId: `r${i}`, municipality: "0751" }));
    await loadRespondents(db, more);
    expect(await deleteAll(db)).toEqual({ answers: 2, respondents: 10_002 });
    expect(await dump()).toBe("[[],[]]");
  });
});
