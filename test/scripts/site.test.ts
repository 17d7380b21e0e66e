import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditCommand } from "../../scripts/audit.ts";
import { verdictSchema } from "../../scripts/audit/verdict.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { siteCommand } from "../../scripts/site.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

describe("audit and site", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound(undefined, { "0751": 160, "0760": 80, "0492": 8 });
    await writeAnswers(test, 0.5);
  });
  afterAll(() => test.remove());

  it("refuses before the round is published", async () => {
    const refused = await test.refusal(siteCommand);
    expect([refused.what, refused.where]).toEqual(["the file is missing", `${test.folder}/edge.json`]);
  });

  it("builds the questionnaire of every municipality without results", async () => {
    await test.run(publishCommand);
    const result = await test.run(siteCommand);
    expect(result.data).toMatchObject({ questionnaires: 3, results: false });
    expect(await test.read("dist/edge.json")).toBe(await test.read("edge.json"));
    expect(await test.read("dist/aarhus/index.html")).toContain("jobcentret");
  });

  it("refuses an audit before there are results", async () => {
    expect((await test.refusal(auditCommand)).how).toContain("estimate");
  });

  it("refuses results that nobody has attacked", async () => {
    await test.run(estimateCommand);
    const refused = await test.refusal(siteCommand);
    expect(refused.what).toBe("the results have not been audited");
    expect(refused.how).toContain("borgersvar audit");
  });

  it("attacks them, finds nothing and writes what it tried", async () => {
    const result = await test.run(auditCommand);
    expect([result.exitCode, result.data["passed"]]).toEqual([0, true]);
    const verdict = verdictSchema.parse(JSON.parse(await test.read("results/audit.json")));
    expect([verdict.passed, verdict.leaks, verdict.round]).toEqual([true, [], "test-2026"]);
    expect(verdict.audits.rank.tried).toBeGreaterThan(0);
  });

  it("builds audited results and keeps them as published, once", async () => {
    const built = await test.run(siteCommand);
    expect(built.data).toMatchObject({ results: true });
    expect(await test.read("dist/resultater/index.html")).toContain("<table");
    await test.run(siteCommand);
    const { readdir } = await import("node:fs/promises");
    const kept = await readdir(`${test.folder}/results/published`);
    expect(kept).toEqual([expect.stringMatching(/^001-[0-9a-f]{16}\.json$/)]);
    expect(await test.read(`results/published/${kept[0]}`)).toBe(await test.read("results/results.json"));
  });

  it.each([
    ["broken", "{}"],
    ["other", '{"schemaVersion":1}'],
    ["cut", "["],
  ])("refuses %s results and keeps the site that is there", async (_, text) => {
    const [good, before] = [await test.read("results/results.json"), await test.read("dist/index.html")];
    const journal = await test.read("journal.jsonl");
    await test.write("results/results.json", text);
    expect((await test.refusal(siteCommand)).where).toContain("results.json");
    expect((await test.refusal(auditCommand)).where).toContain("results.json");
    expect(await test.read("dist/index.html")).toBe(before);
    expect(await test.read("journal.jsonl")).toBe(journal);
    await test.write("results/results.json", good);
  });

  it("refuses results that are newer than the audit", async () => {
    const round = await test.read("round.json");
    await test.write("round.json", round.replace("Borgernes oplevelse", "Borgernes nye oplevelse"));
    await test.run(estimateCommand);
    expect((await test.refusal(siteCommand)).what).toBe("the audit is of other results than these");
    await test.run(auditCommand);
    await test.run(siteCommand);
  });

  it("refuses an audit that found something", async () => {
    const verdict = verdictSchema.parse(JSON.parse(await test.read("results/audit.json")));
    await test.write("results/audit.json", JSON.stringify({ ...verdict, passed: false }));
    expect((await test.refusal(siteCommand)).where).toContain("audit.json");
  });
});
