/** `estimate`: weighted results with intervals, from which no withheld one can be computed. */
import { isAnswered } from "#survey/answered.ts";
import { tabulate, type Tabulation } from "#survey/estimate/tabulate.ts";
import { cellRows } from "#survey/presentation/tables/cellRow.ts";
import { resultsTable } from "#survey/presentation/tables/resultsTable.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { resultsSchema } from "#survey/results.ts";
import { MarginError } from "#survey/weights/fitToMargins.ts";
import { weightQuality } from "#survey/weights/weightQuality.ts";
import { readPublications } from "./audit/publications.ts";
import type { Command, CommandResult } from "./command.ts";
import { tableCsv } from "./downloads/csv.ts";
import { resultsWorkbook } from "./downloads/workbook.ts";
import { CliError } from "./errors.ts";
import { readTrends } from "./estimate/earlier.ts";
import { readRoundTables, type RoundTables } from "./estimate/inputs.ts";
import { MARGINS_FILE, marginsText, readMargins } from "./estimate/margins.ts";
import { protectedResults } from "./estimate/protection.ts";
import { qualityPage } from "./estimate/quality/page.ts";
import { weightsCsv } from "./estimate/quality/weightsFile.ts";
import { resultsText } from "./estimate/resultsJson.ts";
import { readSentOn } from "./estimate/sentOn.ts";
import { loadSolver } from "./io/highs.ts";
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

/** @throws CliError naming the margin that the weights cannot meet. */
function tabulated(run: Run, tables: RoundTables): Tabulation {
  try {
    return tabulate(tables);
  } catch (error) {
    if (!(error instanceof MarginError)) throw error;
    throw new CliError({
      what: error.message,
      where: `${run.path("round.json")}: weighting`,
      how: "Take the margin out of `weighting.margins`, widen `weighting.bounds`, or take out `weighting.trimAt`.",
    });
  }
}

async function writeResults(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const tables = { ...(await readRoundTables(run, round)), sentOn: await readSentOn(run) };
  requireAnswers(run, tables);
  const margins = await readMargins(run, round, tables.allocation);
  if (margins) await run.write(MARGINS_FILE, marginsText(margins));
  const tabulation = tabulated(run, margins ? { ...tables, margins } : tables);
  const trends = await readTrends(run, round, tabulation);
  const earlier = (await readPublications(run)).map((publication) => publication.results);
  const bar = run.effects.progress("suppression", tabulation.facts.measures.length);
  const found = protectedResults(tabulation, tables, {
    solver: await loadSolver(),
    trends,
    earlier,
    onStep: (done) => bar.update(done),
  });
  bar.stop();
  const results = resultsSchema.parse(found.results);
  const rows = cellRows(results);
  await run.write("results/results.json", resultsText(results));
  await run.write("results/tables.csv", tableCsv(resultsTable(results)), { rows: rows.length });
  await run.write("results/tables.xlsx", await resultsWorkbook(results, round.licence), {
    rows: rows.length,
  });
  await writeQuality(run, tabulation);
  await run.commit();
  const count = (status: string): number => rows.filter(({ cell }) => cell.status === status).length;
  const counts = { published: count("published"), withheld: count("withheld"), missing: count("missing") };
  const { answers, invited, responseRate, designEffect } = results.national;
  return {
    lines: [
      `${answers} answers of ${invited} invited (${responseRate} %), design effect ${designEffect ?? "withheld (see quality.html)"}`,
      `${rows.length} figures: ${counts.published} shown, ${counts.withheld} withheld, ${counts.missing} without an answer`,
      `${found.primary} withheld as too few or too much alike, ${found.complementary} to protect them (${provenIn(found)})`,
      ...capLines(tabulation),
      ...trends.map(({ head }) => `Change since ${head.since}, counted from ${head.source}`),
      `In ${run.path("results")}; quality.html and weights.csv there are for analysts only`,
    ],
    data: {
      ...results.national,
      cells: counts,
      collapsed: results.collapsed.length,
      earlier: trends.map(({ head }) => head.since),
    },
  };
}

/** What `weighting.trimAt` has come to. */
function capLines({ weights }: Tabulation): string[] {
  const { trimmed = 0, aboveCap = 0 } = weights.margins ?? {};
  if (trimmed === 0) return [];
  return aboveCap === 0
    ? [`${trimmed} weights cut; all keep to \`weighting.trimAt\``]
    : [
        `${trimmed} weights cut, but ${aboveCap} are above \`weighting.trimAt\` again: the margins need them. Raise it.`,
      ];
}

/** How near to the least that any safe choice withholds. */
const provenIn = ({ cost, bound }: { cost: number; bound: number }): string =>
  cost - bound < 1
    ? "proven the fewest, table by table"
    : `at most ${Math.ceil((100 * (cost - bound)) / cost)} % too many`;

/** What analysts look at before they publish; small municipalities can be told in it. */
async function writeQuality(run: Run, tabulation: Tabulation): Promise<void> {
  const { respondents, weights } = tabulation;
  const quality = weightQuality(
    respondents.map(({ person }) => person.municipality),
    weights,
  );
  await run.write("results/weights.csv", weightsCsv(quality), { rows: quality.length });
  await run.write("results/quality.html", qualityPage(tabulation, quality));
}

export const estimateCommand: Command = {
  name: "estimate",
  summary: "makes weighted results with intervals; small groups are withheld",
  example: "npx borgersvar estimate rounds/2026-2",
  options: [],
  run: writeResults,
};
