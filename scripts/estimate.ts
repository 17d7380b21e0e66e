/** `estimate`: weighted results with intervals, small groups withheld. */
import { isAnswered } from "#survey/answered.ts";
import { estimateRound } from "#survey/estimate/results.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { resultsSchema } from "#survey/results.ts";
import type { Command, CommandResult } from "./command.ts";
import { CliError } from "./errors.ts";
import { readRoundTables, type RoundTables } from "./estimate/inputs.ts";
import { resultRows, resultsCsv } from "./estimate/resultRows.ts";
import { resultsText } from "./estimate/resultsJson.ts";
import { resultsWorkbook } from "./estimate/workbook.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

function requireAnswers(run: Run, { answers }: RoundTables): void {
  if (answers.some((row) => isAnswered(CLOSED_ITEM_IDS.map((item) => row[item])))) return;
  throw new CliError({
    what: "nobody has given at least 7 of the 13 items, so there is nothing to estimate",
    where: run.path("answers/answers.csv"),
    how: "Wait for answers, then run `npx borgersvar pull <round>` and this again.",
  });
}

async function writeResults(run: Run): Promise<CommandResult> {
  const tables = await readRoundTables(run, await readRound(run));
  requireAnswers(run, tables);
  const results = resultsSchema.parse(estimateRound(tables));
  const rows = resultRows(results);
  await run.write("results/results.json", resultsText(results));
  await run.write("results/tables.csv", resultsCsv(rows), { rows: rows.length });
  await run.write("results/tables.xlsx", await resultsWorkbook(results), { rows: rows.length });
  await run.commit();
  const count = (status: string): number => rows.filter(({ cell }) => cell.status === status).length;
  const counts = { published: count("published"), withheld: count("withheld"), missing: count("missing") };
  const { answers, invited, responseRate, designEffect } = results.national;
  return {
    lines: [
      `${answers} answers of ${invited} invited (${responseRate} %), design effect ${designEffect}`,
      `${rows.length} figures: ${counts.published} shown, ${counts.withheld} withheld, ${counts.missing} without an answer`,
      "Small groups are withheld; whether a withheld figure can be found from the others has not been tried: do not publish.",
      `In ${run.path("results")}`,
    ],
    data: { ...results.national, cells: counts, collapsed: results.collapsed.length },
  };
}

export const estimateCommand: Command = {
  name: "estimate",
  summary: "makes weighted results with intervals; small groups are withheld",
  example: "npx borgersvar estimate rounds/2026-2",
  options: [],
  run: writeResults,
};
