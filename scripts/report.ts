/** `report`: a report and slides for each municipality, made from the audited results. */
import { readingOf } from "#survey/presentation/reading.ts";
import type { Results } from "#survey/results.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { keepPublication } from "./audit/publications.ts";
import { readResults, RESULTS_FILE } from "./audit/resultsFile.ts";
import { requireAudited } from "./audit/verdict.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { contextOf, type ReportSource } from "./report/municipality/context.ts";
import { municipalityReport } from "./report/municipality/municipalityReport.ts";
import { readRound, ROUND_FILE } from "./round.ts";
import type { Run } from "./run.ts";
import { readCorrections, requireCorrections } from "./shown/corrections.ts";
import { municipalityDeck } from "./slides/deck.ts";

const FOLDER = "report";
const REPORT_FILE = "rapport.pdf";
const SLIDES_FILE = "oplaeg.pptx";
/** Where readers find the figures on the site. */
const DOWNLOAD_PAGE = "/resultater/hent/";

/** The municipalities that reports are made for: the one that is named, or all with results. */
function chosen(run: Run, round: Round, results: Results, code: OptionValues[string]): RoundMunicipality[] {
  const codes = new Set(results.municipalities.map((municipality) => municipality.code));
  const those = round.municipalities.filter((municipality) => codes.has(municipality.code));
  if (typeof code !== "string") return those;
  const one = those.filter((municipality) => municipality.code === code);
  if (one.length > 0) return one;
  throw new CliError({
    what: `»${code}« is no municipality of the results`,
    where: run.path(codes.size === those.length ? ROUND_FILE : RESULTS_FILE),
    how: `Name one of ${[...codes].join(", ")}, or none to make all reports.`,
  });
}

async function makeReports(run: Run, options: OptionValues): Promise<CommandResult> {
  const round = await readRound(run);
  const { text, results } = await readResults(run, round.id);
  const verdict = await requireAudited(run, text);
  const municipalities = chosen(run, round, results, options["code"]);
  const corrections = (await readCorrections(run)) ?? [];
  await requireCorrections(run, text, corrections);
  await keepPublication(run, text);
  const source: ReportSource = {
    reading: readingOf(results),
    fingerprint: verdict.results,
    licence: round.licence,
    corrections,
    address: round.baseUrl + DOWNLOAD_PAGE,
  };
  const bar = run.effects.progress("reports", municipalities.length);
  for (const [made, municipality] of municipalities.entries()) {
    const context = contextOf(source, municipality);
    const folder = `${FOLDER}/${municipality.code}`;
    await run.write(`${folder}/${REPORT_FILE}`, await municipalityReport(context));
    await run.write(`${folder}/${SLIDES_FILE}`, await municipalityDeck(context));
    bar.update(made + 1);
  }
  bar.stop();
  run.note("reports", municipalities.length);
  await run.commit();
  const n = municipalities.length;
  return {
    lines: [
      `${n} ${n === 1 ? "municipality" : "municipalities"}: ${REPORT_FILE} and ${SLIDES_FILE} in ${run.path(FOLDER)}/<code>/`,
    ],
    data: { municipalities: municipalities.map(({ code }) => code) },
  };
}

export const reportCommand: Command = {
  name: "report",
  summary: "Make a report (PDF) and slides (PowerPoint) for each municipality, or for one",
  example: "npx borgersvar report rounds/2027-q2 0751",
  options: [],
  operand: { name: "code", description: "code of one municipality; without it, all" },
  run: makeReports,
};
