/** `site`: builds the questionnaire and, when there are results, the results pages into `dist/`. */
import type { Results } from "#survey/results.ts";
import { keepPublication } from "./audit/publications.ts";
import { readResults, RESULTS_FILE } from "./audit/resultsFile.ts";
import { requireAudited } from "./audit/verdict.ts";
import type { Command, CommandResult } from "./command.ts";
import { buildSite } from "./io/siteBuild.ts";
import { refuseUnapprovedSite } from "./publish/approvals.ts";
import { EDGE_FILE, readEdge } from "./publish/publicKey.ts";
import type { Run } from "./run.ts";

const SITE_FOLDER = "dist";

/** Results that nothing withheld can be found in, `null` before there are any; they are kept, as they are about to be seen. */
async function auditedResults(run: Run, round: string): Promise<Results | null> {
  if (!(await run.exists(RESULTS_FILE))) return null;
  const { text, results } = await readResults(run, round);
  await requireAudited(run, text);
  await keepPublication(run, text);
  return results;
}

async function build(run: Run): Promise<CommandResult> {
  const edge = await readEdge(run);
  await refuseUnapprovedSite(run, edge.languages);
  const results = await auditedResults(run, edge.id);
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
    lines: [`The site is in ${run.path(SITE_FOLDER)}, ${results ? "with results" : "no results yet"}.`],
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
