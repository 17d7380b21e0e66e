/** Reads `results/results.json` of a round. */
import { resultsSchema, type Results } from "#survey/results.ts";
import { CliError } from "../errors.ts";
import { listIssues, parseJson } from "../round.ts";
import type { Run } from "../run.ts";

export const RESULTS_FILE = "results/results.json";
const HOW = "Make the results with `npx borgersvar estimate <round>`; do not edit the file.";

/** The results and the text they were read from. @throws CliError when they are broken or of another round. */
export async function readResults(run: Run, round: string): Promise<{ text: string; results: Results }> {
  const where = run.path(RESULTS_FILE);
  const text = await run.readText(RESULTS_FILE, HOW);
  const parsed = resultsSchema.safeParse(parseJson(text, where));
  if (!parsed.success) {
    throw new CliError({ what: `the file does not fit:\n${listIssues(parsed.error)}`, where, how: HOW });
  }
  if (parsed.data.round.id === round) return { text, results: parsed.data };
  throw new CliError({
    what: `these are the results of »${parsed.data.round.id}«, and the round is »${round}«`,
    where,
    how: HOW,
  });
}
