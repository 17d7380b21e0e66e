import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "#survey/results.ts";
import { auditCommand } from "../../scripts/audit.ts";
import { verdictSchema } from "../../scripts/audit/verdict.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { resultsText } from "../../scripts/estimate/resultsJson.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

describe("audit of results that leak", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound(undefined, { "0751": 160, "0760": 80, "0492": 8 });
    await writeAnswers(test, 0.5);
    await test.run(estimateCommand);
    const results = resultsSchema.parse(JSON.parse(await test.read("results/results.json")));
    const [first, ...others] = results.municipalities;
    if (!first) throw new Error("no municipalities");
    const leaky = { ...results, municipalities: [{ ...first, answers: null }, ...others] };
    // As if another program had made the file: what a command wrote may not be edited at all.
    await test.write("journal.jsonl", "");
    await test.write("results/results.json", resultsText(leaky));
  });
  afterAll(() => test.remove());

  it("exits 1, says what, where and how, and keeps what it found", async () => {
    const result = await test.run(auditCommand);
    expect([result.exitCode, result.data["passed"]]).toEqual([1, false]);
    const told = result.lines.join("\n");
    expect(told).toContain("answers, 0751");
    expect(told).toContain("results/results.json");
    expect(told).toContain("borgersvar estimate");
    const verdict = verdictSchema.parse(JSON.parse(await test.read("results/audit.json")));
    expect(verdict.leaks.some(({ how }) => / % of \d+ are /.test(how))).toBe(true);
  });

  it("refuses tables that do not say what the results say", async () => {
    await test.write("journal.jsonl", "");
    await test.write("results/tables.csv", "domain\nall\n");
    expect((await test.refusal(auditCommand)).where).toContain("tables.csv");
  });
});
