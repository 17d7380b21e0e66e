/** `audit`: attacks the results as they would be published, and says whether anything withheld can be found in them. */
import { attack, type AuditReport } from "#survey/audit/attack.ts";
import { figureLeaks } from "#survey/audit/figures.ts";
import type { Leak } from "#survey/audit/leak.ts";
import { witnessesOf } from "#survey/audit/witnesses.ts";
import type { LicenceId } from "#survey/licence.ts";
import { resultsTable } from "#survey/presentation/tables/resultsTable.ts";
import type { Results } from "#survey/results.ts";
import type { Command, CommandResult } from "./command.ts";
import { CliError } from "./errors.ts";
import { expectedResults } from "./audit/expected.ts";
import { tableCsv } from "./downloads/csv.ts";
import { resultsWorkbook } from "./downloads/workbook.ts";
import { readPublications } from "./audit/publications.ts";
import { readResults, RESULTS_FILE } from "./audit/resultsFile.ts";
import { AUDIT_FILE, sha256, type Verdict } from "./audit/verdict.ts";
import { readRoundTables } from "./estimate/inputs.ts";
import { publicPopulation } from "./estimate/population.ts";
import { loadSolver } from "./io/highs.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

const HOW = "Make the results with `npx borgersvar estimate <round>`.";
const TABLES_FILE = "results/tables.csv";
const WORKBOOK_FILE = "results/tables.xlsx";
/** So many leaks are told at the screen; all of them are in the file. */
const TOLD = 10;

/** The tables for download must say what results.json says, or they are not what was attacked. */
async function requireSameTables(run: Run, results: Results, licence: LicenceId): Promise<void> {
  const differs = (name: string): CliError =>
    new CliError({
      what: "the table does not have the figures of results.json",
      where: run.path(name),
      how: HOW,
    });
  if (await run.exists(TABLES_FILE)) {
    if ((await run.readText(TABLES_FILE, HOW)) !== tableCsv(resultsTable(results)))
      throw differs(TABLES_FILE);
  }
  if (await run.exists(WORKBOOK_FILE)) {
    const [found, made] = [await run.readBytes(WORKBOOK_FILE, HOW), await resultsWorkbook(results, licence)];
    if (Buffer.compare(found, made) !== 0) throw differs(WORKBOOK_FILE);
  }
}

async function audit(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const { text, results } = await readResults(run, round.id);
  await requireSameTables(run, results, round.licence);
  const tables = await readRoundTables(run, round);
  const published = await readPublications(run);
  const untrue = figureLeaks(results, await expectedResults(run, round, tables, results));
  const solver = await loadSolver();
  const witnesses = witnessesOf(tables, results.questionnaireVersion);
  const population = publicPopulation(tables.allocation);
  const started = run.effects.now().getTime();
  const bar = run.effects.progress("audit", 18);
  const attacked = attack(
    { results, witnesses, population, earlier: published.map((publication) => publication.results) },
    (program) => solver.open(program),
    (done) => bar.update(done),
  );
  const report = withLeaks(attacked, untrue);
  bar.stop();
  const ended = run.effects.now();
  const seconds = (ended.getTime() - started) / 1000;
  const verdict = verdictOf(report, { round: round.id, text, time: ended.toISOString(), seconds });
  await run.write(AUDIT_FILE, `${JSON.stringify(verdict, null, 2)}\n`);
  run.note("audit", { passed: verdict.passed, leaks: verdict.leaks.length });
  await run.commit();
  return {
    lines: verdict.passed ? passed(report, verdict) : failed(run, report.leaks),
    data: { passed: verdict.passed, seconds: verdict.seconds, audits: verdict.audits },
    exitCode: verdict.passed ? 0 : 1,
  };
}

/** A file that says something else than the answers is not safe, whatever an attack on it finds. */
const withLeaks = ({ audits, leaks }: AuditReport, untrue: readonly Leak[]): AuditReport => ({
  audits: { ...audits, rules: { ...audits.rules, leaks: audits.rules.leaks + untrue.length } },
  leaks: [...leaks, ...untrue],
});

const verdictOf = (
  { audits, leaks }: AuditReport,
  { round, text, time, seconds }: { round: string; text: string; time: string; seconds: number },
): Verdict => ({
  schemaVersion: 1,
  round,
  time,
  seconds,
  results: sha256(text),
  passed: leaks.length === 0,
  audits,
  leaks: leaks.map((leak) => ({ ...leak, domains: [...leak.domains] })),
});

const passed = ({ audits }: AuditReport, { seconds }: Verdict): string[] => [
  `Nothing withheld can be found (${seconds.toFixed(1)} s)`,
  `Tried: ${audits.rank.tried} withheld results by equations, by sums and by bounds; ${audits.rules.tried} cells by the rules`,
  "The results may be shown: `npx borgersvar site <round>`",
];

const failed = (run: Run, leaks: readonly Leak[]): string[] => [
  `${leaks.length} reasons not to show ${run.path(RESULTS_FILE)}:`,
  ...leaks
    .slice(0, TOLD)
    .map(({ audit: name, result, domains, how }) => `  ${result}, ${domains.join(" + ")}: ${how} (${name})`),
  ...(leaks.length > TOLD ? [`  … all of them in ${run.path(AUDIT_FILE)}`] : []),
  "Do not publish. Make the results again with `npx borgersvar estimate <round>`; if they still fail, raise `disclosure.threshold` in round.json.",
];

export const auditCommand: Command = {
  name: "audit",
  summary: "Attack the results as they would be published; nothing is shown before this",
  example: "npx borgersvar audit rounds/2027-q2",
  options: [],
  run: audit,
};
