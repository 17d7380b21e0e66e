import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsTable } from "#survey/presentation/tables/resultsTable.ts";
import { resultsSchema, type Cell, type Domain, type Results } from "#survey/results.ts";
import { auditCommand } from "../../scripts/audit.ts";
import { requireAudited, verdictSchema, type Verdict } from "../../scripts/audit/verdict.ts";
import type { CommandResult } from "../../scripts/command.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { resultsText } from "../../scripts/estimate/resultsJson.ts";
import { tableCsv } from "../../scripts/downloads/csv.ts";
import { resultsWorkbook } from "../../scripts/downloads/workbook.ts";
import { reportCommand } from "../../scripts/report.ts";
import { Run } from "../../scripts/run.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

/** The item in the domain changed, in a copy. */
function changed(results: Results, id: string, change: (cell: Cell) => Cell): Results {
  const inDomain = (domain: Domain): Domain => {
    const { q13 } = domain.items;
    return domain.id === id && q13 ? { ...domain, items: { ...domain.items, q13: change(q13) } } : domain;
  };
  return { ...results, domains: results.domains.map(inDomain) };
}

const published = (cell: Cell): Extract<Cell, { status: "published" }> => {
  if (cell.status !== "published") throw new Error(`the cell is ${cell.status}`);
  return cell;
};

const domainOf = ({ domains }: Results, id: string): Domain => {
  const found = domains.find((domain) => domain.id === id);
  if (!found) throw new Error(`no domain ${id}`);
  return found;
};

/** Withheld because few have answered. */
const SECRET = "0760.age_band=60-";

/** Files that say too much, or something that the answers do not say. */
type LeakCase = [string, (results: Results) => Results, RegExp];
const LEAKS: readonly [LeakCase, ...LeakCase[]] = [
  [
    "a withheld cell, with somebody else's figures",
    (r) => changed(r, SECRET, () => published(domainOf(r, "0751").items.q13 ?? { status: "missing" })),
    /q13, 0760\.age_band=60-: not what the answers give/,
  ],
  ["an n", (r) => changed(r, "0751.sex=f", (cell) => ({ ...published(cell), n: 7 })), /q13, 0751\.sex=f/],
  [
    "a mean",
    (r) =>
      changed(r, "0751", (cell) => {
        const { weighted, ...rest } = published(cell);
        return { ...rest, weighted: { ...weighted, mean: { ...weighted.mean, estimate: 12.3 } } };
      }),
    /q13, 0751: not what the answers give/,
  ],
  [
    "»nobody answered« where somebody did",
    (r) => changed(r, SECRET, () => ({ status: "missing" })),
    /q13, 0760\.age_band=60-: not what the answers give/,
  ],
  [
    "a domain more",
    (r) => ({ ...r, domains: [...r.domains, { ...domainOf(r, "0751"), id: "0751.dagpenge.sex=f" }] }),
    /0751\.dagpenge\.sex=f: a domain that the round does not have/,
  ],
  [
    "a domain less",
    (r) => ({ ...r, domains: r.domains.filter(({ id }) => id !== "0760") }),
    /0760: a domain of the round is left out/,
  ],
  ["a threshold of its own", (r) => ({ ...r, threshold: 1 }), /»threshold« is not what the round has/],
  [
    "a rate beside answers that are withheld",
    (r) => ({
      ...r,
      municipalities: r.municipalities.map((m, i) => (i === 0 ? { ...m, answers: null } : m)),
    }),
    /answers, 0751: \d+ % of \d+ are /,
  ],
];

describe("audit", () => {
  let test: TestRound;
  let results: Results;
  const run = (): Run => new Run(test.folder, "site", quiet(defaultEffects));
  const siteRefusal = async (): Promise<unknown> =>
    requireAudited(run(), await test.read("results/results.json")).then(
      () => null,
      (thrown: unknown) => thrown,
    );

  async function audited(changedResults: Results): Promise<[CommandResult, Verdict]> {
    // As if another program had made the files: what a command wrote may not be edited at all.
    await test.write("journal.jsonl", "");
    await test.write("results/results.json", resultsText(changedResults));
    await test.write("results/tables.csv", tableCsv(resultsTable(changedResults)));
    await test.write("results/tables.xlsx", await resultsWorkbook(changedResults, "CC-BY-4.0"));
    const result = await test.run(auditCommand);
    return [result, verdictSchema.parse(JSON.parse(await test.read("results/audit.json")))];
  }

  beforeAll(async () => {
    test = await makeRound(undefined, { "0751": 160, "0760": 80 });
    await writeAnswers(test, 0.5);
    await test.run(estimateCommand);
    results = resultsSchema.parse(JSON.parse(await test.read("results/results.json")));
  }, 120_000);
  afterAll(() => test.remove());

  it("passes what estimate has made, and only that very file", async () => {
    expect(await siteRefusal()).toMatchObject({ what: "the results have not been audited" });
    const [{ exitCode }, verdict] = await audited(results);
    expect([exitCode, verdict.passed, verdict.leaks]).toEqual([0, true, []]);
    expect(await siteRefusal()).toBeNull();
    await test.write("results/results.json", resultsText({ ...results, questionnaireVersion: "x" }));
    expect(await siteRefusal()).toMatchObject({
      what: "the audit is of other results than these",
    });
  });

  it.each(LEAKS)("finds %s, says what, where and how, and the site refuses", async (_, leak, told) => {
    const [result, verdict] = await audited(leak(results));
    expect([result.exitCode, result.data["passed"], verdict.passed]).toEqual([1, false, false]);
    const lines = result.lines.join("\n");
    expect(lines).toContain("results/results.json");
    expect(lines).toContain("borgersvar estimate");
    const leaks = verdict.leaks.map(
      ({ result: of, domains, how }) => `${of}, ${domains.join(" + ")}: ${how}`,
    );
    expect(leaks.join("\n")).toMatch(told);
    expect(String(await siteRefusal())).toContain("reasons not to show the results");
  });

  it("lets reports be made of what has passed, and of nothing else", async () => {
    const [, leak] = LEAKS[0];
    await audited(leak(results));
    expect((await test.refusal(reportCommand)).what).toContain("reasons not to show the results");
    await audited(results);
    const made = await test.run(reportCommand, { code: "0760" });
    expect(made.data).toEqual({ municipalities: ["0760"] });
    expect(await test.read("report/0760/rapport.pdf")).toMatch(/^%PDF-1\.7/);
    expect(await test.read("report/0760/oplaeg.pptx")).toMatch(/^PK/);
    expect((await test.refusal(reportCommand, { code: "9999" })).how).toContain("0751, 0760");
    await test.write("journal.jsonl", "");
    await test.write("results/results.json", resultsText({ ...results, questionnaireVersion: "x" }));
    expect((await test.refusal(reportCommand)).what).toBe("the audit is of other results than these");
  });

  it("refuses tables that do not say what the results say, and a file that is none", async () => {
    await audited(results);
    await test.write("journal.jsonl", "");
    const other = { ...results, round: { ...results.round, title: "Noget andet" } };
    await test.write("results/tables.xlsx", await resultsWorkbook(other, "CC-BY-4.0"));
    expect((await test.refusal(auditCommand)).where).toContain("tables.xlsx");
    await test.write("results/tables.csv", "domain\nall\n");
    expect((await test.refusal(auditCommand)).where).toContain("tables.csv");
    await test.write("results/results.json", "{}");
    expect((await test.refusal(auditCommand)).where).toContain("results.json");
  });
});
