/** `site`: builds the questionnaire and, when there are results, the results pages into `dist/`. */
import type { Correction } from "#survey/corrections.ts";
import type { Results } from "#survey/results.ts";
import { keepPublication } from "./audit/publications.ts";
import { readResults, RESULTS_FILE } from "./audit/resultsFile.ts";
import { requireAudited } from "./audit/verdict.ts";
import type { Command, CommandResult } from "./command.ts";
import { downloads } from "./downloads/files.ts";
import type { RoundFiles } from "./downloads/place.ts";
import { buildSite } from "./io/siteBuild.ts";
import { refuseUnapprovedSite } from "./publish/approvals.ts";
import { EDGE_FILE, readEdge } from "./publish/publicKey.ts";
import type { Run } from "./run.ts";
import { CORRECTIONS_FILE, readCorrections, requireCorrections } from "./shown/corrections.ts";
import { readShownRounds } from "./shown/earlierRounds.ts";

const SITE_FOLDER = "dist";

/** Results that nothing withheld can be found in, `null` before there are any; they are kept, as they are about to be seen. */
async function auditedResults(
  run: Run,
  round: string,
  corrections: readonly Correction[],
): Promise<{ text: string; results: Results } | null> {
  if (!(await run.exists(RESULTS_FILE))) return null;
  const { text, results } = await readResults(run, round);
  await requireAudited(run, text);
  await requireCorrections(run, text, corrections);
  await keepPublication(run, text);
  return { text, results };
}

async function build(run: Run): Promise<CommandResult> {
  const edge = await readEdge(run);
  await refuseUnapprovedSite(run, edge.languages);
  const corrections = await readCorrections(run);
  const results = await auditedResults(run, edge.id, corrections ?? []);
  const earlier = await readShownRounds(run, edge.licence);
  const own = results ? [{ round: edge.id, text: results.text, licence: edge.licence }] : [];
  const files: RoundFiles[] = [];
  for (const { round, text, licence } of [...own, ...earlier])
    files.push({ round, files: await downloads(text, licence) });
  const site = await buildSite(
    {
      edge: run.path(EDGE_FILE),
      results: results ? run.path(RESULTS_FILE) : undefined,
      corrections: results && corrections ? run.path(CORRECTIONS_FILE) : undefined,
      earlier: earlier.map((shown) => shown.files),
      downloads: files,
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
