/** What `estimate` would write if it withheld exactly what a file withholds: the figures that the file must have. */
import { patternOf } from "#survey/audit/figures.ts";
import { publish } from "#survey/estimate/publish.ts";
import { tabulate } from "#survey/estimate/tabulate.ts";
import { resultsSchema, type Results } from "#survey/results.ts";
import type { Round } from "#survey/round.ts";
import { readTrends } from "../estimate/earlier.ts";
import type { RoundTables } from "../estimate/inputs.ts";
import { readMargins } from "../estimate/margins.ts";
import { readSentOn } from "../estimate/sentOn.ts";
import type { Run } from "../run.ts";

export async function expectedResults(
  run: Run,
  round: Round,
  tables: RoundTables,
  results: Results,
): Promise<Results> {
  const margins = await readMargins(run, round, tables.allocation);
  // A file without a response curve shows less, not something else.
  const sentOn = results.responseCurve ? await readSentOn(run) : new Map<string, string>();
  const tabulation = tabulate({ ...tables, sentOn, ...(margins ? { margins } : {}) });
  const { domains, measures } = tabulation.facts;
  const pattern = patternOf(results, {
    domains: domains.map(({ id }) => id),
    measures: measures.map(({ id }) => id),
  });
  return resultsSchema.parse(publish(tabulation, pattern, await readTrends(run, round, tabulation)));
}
