import { mkdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "#survey/results.ts";
import { roundSchema } from "#survey/round.ts";
import { auditCommand } from "../../scripts/audit.ts";
import { sha256, verdictSchema } from "../../scripts/audit/verdict.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { siteCommand } from "../../scripts/site.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

/** A round of the year before, as it was shown, and named in round.json. */
async function keepEarlierRound(test: TestRound): Promise<void> {
  const results = resultsSchema.parse(JSON.parse(await test.read("results/results.json")));
  Object.assign(results.round, { id: "test-2025", period: "2. kvartal 2025" });
  const text = JSON.stringify(results);
  await mkdir(`${test.folder}/earlier/results/published`, { recursive: true });
  await test.write(`earlier/results/published/001-${sha256(text).slice(0, 16)}.json`, text);
  const round = roundSchema.parse(JSON.parse(await test.read("round.json")));
  await test.write("round.json", JSON.stringify({ ...round, earlier: [{ folder: "earlier" }] }));
}

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
    const data = "dist/resultater/data/test-2026";
    expect(await test.read(`${data}/results.json`)).toBe(await test.read("results/results.json"));
    expect(await test.read(`${data}/resultater.csv`)).toBe(await test.read("results/tables.csv"));
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
  });

  it("asks what has changed before it shows other results than before, and keeps earlier rounds", async () => {
    const refused = await test.refusal(siteCommand);
    expect(refused.where).toContain("results/corrections.json");
    expect(refused.what).toContain("nothing tells readers what changed");
    const correction = { on: "2026-10-09", text: { da: "Titlen er rettet.", en: "The title is corrected." } };
    await test.write("results/corrections.json", JSON.stringify([correction]));
    await keepEarlierRound(test);
    await test.run(siteCommand);
    const page = await test.read("dist/resultater/index.html");
    expect(page).toMatch(/<time datetime="2026-10-09">Rettet 9\. oktober 2026:<\/time>.*Titlen er rettet\./s);
    expect(page).toContain('href="/resultater/runder/test-2025/"');
    const earlier = await test.read("dist/resultater/runder/test-2025/aarhus/index.html");
    expect(earlier).toContain("Du ser tal fra en tidligere runde: 2. kvartal 2025.");
    expect(earlier).not.toContain("Titlen er rettet");
    expect(await test.read("dist/resultater/data/test-2025/results.json")).toContain('"id":"test-2025"');
  });

  it("refuses an audit that found something", async () => {
    const verdict = verdictSchema.parse(JSON.parse(await test.read("results/audit.json")));
    await test.write("results/audit.json", JSON.stringify({ ...verdict, passed: false }));
    expect((await test.refusal(siteCommand)).where).toContain("audit.json");
  });
});
