/** `audit`: attacks the results as they would be published, and says whether anything withheld can be found in them. */
import { attack, type AuditReport } from "#survey/audit/attack.ts";
import type { Leak } from "#survey/audit/leak.ts";
import { witnessesOf } from "#survey/audit/witnesses.ts";
import type { Results } from "#survey/results.ts";
import type { Command, CommandResult } from "./command.ts";
import { CliError } from "./errors.ts";
import { readPublications } from "./audit/publications.ts";
import { readResults, RESULTS_FILE } from "./audit/resultsFile.ts";
import { AUDIT_FILE, sha256, type Verdict } from "./audit/verdict.ts";
import { readRoundTables } from "./estimate/inputs.ts";
import { publicPopulation } from "./estimate/population.ts";
import { resultRows, resultsCsv } from "./estimate/resultRows.ts";
import { loadSolver } from "./io/highs.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

const HOW = "Make the results with `npx borgersvar estimate <round>`.";
const TABLES_FILE = "results/tables.csv";
/** So many leaks are told at the screen; all of them are in the file. */
const TOLD = 10;

/** The tables for download must say what results.json says, or they are not what was attacked. */
async function requireSameTables(run: Run, results: Results): Promise<void> {
  if (!(await run.exists(TABLES_FILE))) return;
  if ((await run.readText(TABLES_FILE, HOW)) === resultsCsv(resultRows(results))) return;
  throw new CliError({
    what: "the table does not have the figures of results.json",
    where: run.path(TABLES_FILE),
    how: HOW,
  });
}

async function audit(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const { text, results } = await readResults(run, round.id);
  await requireSameTables(run, results);
  const tables = await readRoundTables(run, round);
  const published = await readPublications(run);
  const solver = await loadSolver();
  const witnesses = witnessesOf(tables, results.questionnaireVersion);
  const population = publicPopulation(tables.allocation);
  const started = run.effects.now().getTime();
  const bar = run.effects.progress("audit", 18);
  const report = attack(
    { results, witnesses, population, earlier: published.map((publication) => publication.results) },
    (program) => solver.open(program),
    (done) => bar.update(done),
  );
  bar.stop();
  const ended = run.effects.now();
  const verdict: Verdict = {
    schemaVersion: 1,
    round: round.id,
    time: ended.toISOString(),
    seconds: (ended.getTime() - started) / 1000,
    results: sha256(text),
    passed: report.leaks.length === 0,
    audits: report.audits,
    leaks: report.leaks.map((leak) => ({ ...leak, domains: [...leak.domains] })),
  };
  await run.write(AUDIT_FILE, `${JSON.stringify(verdict, null, 2)}\n`);
  run.note("audit", { passed: verdict.passed, leaks: verdict.leaks.length });
  await run.commit();
  return {
    lines: verdict.passed ? passed(report, verdict) : failed(run, report.leaks),
    data: { passed: verdict.passed, seconds: verdict.seconds, audits: verdict.audits },
    exitCode: verdict.passed ? 0 : 1,
  };
}

const passed = ({ audits }: AuditReport, { seconds }: Verdict): string[] => [
  `Nothing withheld can be found (${seconds.toFixed(1)} s)`,
  `Tried: ${audits.rank.tried} withheld results by equations, by sums and by bounds; ${audits.rules.tried} cells by the rules`,
  "The results may be shown: `npx borgersvar site <round>`",
];

const failed = (run: Run, leaks: readonly Leak[]): string[] => [
  `${leaks.length} withheld numbers can be found in ${run.path(RESULTS_FILE)}:`,
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
