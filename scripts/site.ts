/** `site`: builds the questionnaire and, when there are results, the results pages into `dist/`. */
import { resultsSchema, type Results } from "#survey/results.ts";
import type { Command, CommandResult } from "./command.ts";
import { CliError } from "./errors.ts";
import { buildSite } from "./io/siteBuild.ts";
import { EDGE_FILE, readEdge } from "./publish/publicKey.ts";
import { listIssues, parseJson } from "./round.ts";
import type { Run } from "./run.ts";

const RESULTS_FILE = "results/results.json";
const SITE_FOLDER = "dist";
const HOW = "Make the results again with `npx borgersvar estimate <round>`; do not edit the file.";

/** The results, `null` before there are any. @throws CliError when they are broken or of another round. */
async function readResults(run: Run, round: string): Promise<Results | null> {
  if (!(await run.exists(RESULTS_FILE))) return null;
  const where = run.path(RESULTS_FILE);
  const parsed = resultsSchema.safeParse(parseJson(await run.readText(RESULTS_FILE, HOW), where));
  if (!parsed.success) {
    throw new CliError({ what: `the file does not fit:\n${listIssues(parsed.error)}`, where, how: HOW });
  }
  if (parsed.data.round.id === round) return parsed.data;
  throw new CliError({
    what: `these are the results of »${parsed.data.round.id}«, and the round is »${round}«`,
    where,
    how: HOW,
  });
}

async function build(run: Run): Promise<CommandResult> {
  const edge = await readEdge(run);
  const results = await readResults(run, edge.id);
  const site = await buildSite(
    {
      edge: run.path(EDGE_FILE),
      results: results ? run.path(RESULTS_FILE) : undefined,
      out: run.path(SITE_FOLDER),
    },
    run.effects,
  );
  run.note("site", { documents: site.documents.length, results: results !== null });
  await run.commit();
  return {
    lines: [
      `The site is in ${run.path(SITE_FOLDER)}, ${results ? "with results" : "no results yet"}.`,
      ...(results?.audit === "none"
        ? ["Nobody has attacked the results yet: the pages say »foreløbig«."]
        : []),
    ],
    data: {
      documents: site.documents.length,
      questionnaires: site.questionnaires.length,
      results: results !== null,
    },
  };
}

export const siteCommand: Command = {
  name: "site",
  summary: "Build the questionnaire and the results pages",
  example: "npx borgersvar site rounds/2027-q2",
  options: [],
  run: build,
};
