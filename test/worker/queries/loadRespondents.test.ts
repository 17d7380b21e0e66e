import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { db, freshDatabase, invite, statusOf, TestWorker } from "../harness.ts";

const keys = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ rowId: String(i).padStart(43, "0"), municipality: "0751" }));

describe("loadRespondents", () => {
  freshDatabase();

  it("adds more rows than one statement takes, and says how many", async () => {
    expect(await loadRespondents(db, keys(20_001))).toBe(20_001);
    expect(await env.DB.prepare("select count(*) as n from respondent").first("n")).toBe(20_001);
  });

  it("leaves those that are there as they are", async () => {
    const person = await invite();
    await new TestWorker().send(person, { q1: "1" });
    const before = await statusOf(person);
    expect(await loadRespondents(db, [{ ...person, municipality: "0492" }, ...keys(2)])).toBe(2);
    expect(await statusOf(person)).toEqual(before);
  });

  it("adds nothing of nothing", async () => {
    expect(await loadRespondents(db, [])).toBe(0);
  });
});
