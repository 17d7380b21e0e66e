/**
 * Times suppression and audit: the reference table of 98 municipalities × 4 target groups, and a made-up national round of
 * 50,000 answers in all its tables. Goals: the table suppressed in 5 s, everything published audited in 10 s, in processor
 * time of this process. Exit code 1 when one is missed, or when anything leaks.
 */
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { attack } from "#survey/audit/attack.ts";
import { AUDITS } from "#survey/audit/leak.ts";
import { witnessesOf } from "#survey/audit/witnesses.ts";
import { complementary, type Solve } from "#survey/disclosure/complementary.ts";
import { tableNetwork } from "#survey/disclosure/network.ts";
import { protect } from "#survey/disclosure/protect.ts";
import { publish } from "#survey/estimate/publish.ts";
import { tabulate } from "#survey/estimate/tabulate.ts";
import { publicPopulation } from "../estimate/population.ts";
import { protectedResults } from "../estimate/protection.ts";
import { loadSolver } from "../io/highs.ts";
import { nationalRound } from "./nationalRound.ts";

const THRESHOLD = 5;
const ANSWERS = 50_000;
const GOALS = { table: 5, audit: 10 };
const VECTORS = fileURLToPath(new URL("../../test/vectors/suppression.json", import.meta.url));
const vectors = z.object({ national_98x4: z.object({ counts: z.array(z.array(z.int())) }) });

const solver = await loadSolver();
const solve: Solve = (model, limits) => solver.solve(model, limits);

/** Says how long a part takes in processor time and at the clock; gives what it makes and the processor time. */
function part<T>(name: string, work: () => T): { made: T; seconds: number } {
  const [processor, clock] = [process.cpuUsage(), performance.now()];
  const made = work();
  const { user, system } = process.cpuUsage(processor);
  const seconds = (user + system) / 1e6;
  console.log(
    `  ${name.padEnd(44)} ${seconds.toFixed(2)} s processor, ${((performance.now() - clock) / 1000).toFixed(2)} s clock`,
  );
  return { made, seconds };
}

async function referenceTable(): Promise<number> {
  const { counts } = vectors.parse(JSON.parse(await readFile(VECTORS, "utf8"))).national_98x4;
  const network = tableNetwork({
    rows: counts.map((row, i) =>
      row.map((n, j) =>
        n === 0
          ? null
          : {
              id: `${i}|${j}`,
              answers: n,
              cost: 1e4 + n,
              secret: n < THRESHOLD ? { need: THRESHOLD, counted: n } : null,
            },
      ),
    ),
    rowTotals: counts.map(() => null),
    columnTotals: [null, null, null, null],
    total: null,
  });
  console.log("98 × 4, 65 small cells");
  const { made, seconds } = part("suppression", () => complementary(network, solve));
  if (made.ok) {
    const proven = made.cost - made.bound < 1 ? "proven the fewest" : `at least ${made.bound / 1e4}`;
    console.log(`  ${made.secondary.length} complementary cells, ${proven}`);
  }
  return seconds;
}

function wholeRound(): { audit: number; leaks: number } {
  const { input } = nationalRound(ANSWERS, "suppression");
  console.log(
    `national round: ${input.answers.length} answers, ${input.round.municipalities.length} municipalities`,
  );
  const { made: tabulation } = part("weights and counts", () => tabulate(input));
  const first = part("suppression, all tables of all items", () => protect(tabulation.facts, { solve })).made;
  const results = part("estimates", () => publish(tabulation, first.pattern)).made;
  const cells = results.domains.flatMap(({ items, indexes }) => Object.values({ ...items, ...indexes }));
  console.log(
    `  ${results.domains.length} domains, ${cells.length} cells: ${first.primary} primary, ${first.complementary} complementary`,
  );
  const witnesses = witnessesOf(input, results.questionnaireVersion);
  const population = publicPopulation(input.allocation);
  const evidence = { results, witnesses, population, earlier: [] };
  const { made: report } = part("audit of the first pattern", () =>
    attack(evidence, (program) => solver.open(program)),
  );
  for (const audit of AUDITS) {
    console.log(`    ${audit}: ${report.audits[audit].tried} tried, ${report.audits[audit].leaks} found`);
  }
  const found = part("until nothing is found", () => protectedResults(tabulation, input, { solver })).made;
  console.log(
    `  ${found.attempts} attempts: ${found.primary} primary, ${found.complementary} complementary, ${found.leaks.length} leaks`,
  );
  const last = part("audit of what would be published", () =>
    attack({ ...evidence, results: found.results }, (program) => solver.open(program)),
  );
  return { audit: last.seconds, leaks: last.made.leaks.length };
}

console.log(cpus()[0]?.model);
const table = await referenceTable();
const { audit, leaks } = wholeRound();
const met = table <= GOALS.table && audit <= GOALS.audit && leaks === 0;
console.log(
  `goals: 98 × 4 in ${GOALS.table} s (${table.toFixed(2)} s), audit in ${GOALS.audit} s (${audit.toFixed(2)} s), no leak (${leaks}): ${met ? "met" : "missed"}`,
);
if (!met) process.exitCode = 1;
