/**
 * Times weighting, estimation, suppression and audit of a national round in this process: 98 municipalities × 4 target groups,
 * 50,000 answers to 13 items and the indexes over them, every domain, standard errors and intervals. Where Rscript has the
 * package survey, R estimates one item over the same cells in the same run, and the largest difference is printed.
 * Times are processor time, garbage collection included. Exit code 1 when a goal is missed.
 */
import { attack } from "#survey/audit/attack.ts";
import { witnessesOf } from "#survey/audit/witnesses.ts";
import { protect } from "#survey/disclosure/protect.ts";
import { publish } from "#survey/estimate/publish.ts";
import { estimateRound } from "#survey/estimate/results.ts";
import { tabulate } from "#survey/estimate/tabulate.ts";
import { varianceDesign } from "#survey/estimate/design.ts";
import { rake } from "#survey/weights/rake.ts";
import { publicPopulation } from "../estimate/population.ts";
import { loadSolver } from "../io/highs.ts";
import { itemCells, raking, withR } from "./estimateInR.ts";
import { nationalRound } from "./nationalRound.ts";

const ANSWERS = 50_000;
const RUNS = 3;
const GOALS = { estimates: 1, raking: 0.3 } as const;

const seconds = (value: number): string => `${value.toFixed(3)} s`;

interface Timing {
  median: number;
  slowest: number;
}

/** Processor time since then: what a shared machine does not stretch. */
function processorSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function timed(work: () => unknown): Timing {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    return processorSeconds(before);
  }).toSorted((a, b) => a - b);
  return { median: times[Math.floor(RUNS / 2)] ?? NaN, slowest: times.at(-1) ?? NaN };
}

function show(name: string, { median, slowest }: Timing, goal?: number): void {
  const verdict = goal === undefined ? "" : `  goal ${goal} s: ${median <= goal ? "met" : "MISSED"}`;
  console.log(`${name.padEnd(58)} ${seconds(median)} (slowest of ${RUNS}: ${seconds(slowest)})${verdict}`);
  if (goal !== undefined && median > goal) process.exitCode = 1;
}

const { input, margins } = nationalRound(ANSWERS, "bench");
const { facts, respondents } = tabulate(input);
console.log(
  `${respondents.length} answers of ${input.sample.length} invited, ${facts.municipalities.length} municipalities, ${facts.domains.length} domains, ${facts.measures.length} measures`,
);

const cells = itemCells(input);
show("13 items × 98 × 4 cells, mean and share, SE, intervals", timed(cells.estimates), GOALS.estimates);
show(
  "all domains and indexes, comparisons, results.json",
  timed(() => estimateRound(input)),
);
const weighting = { ...input.round.weighting, margins: ["sex" as const, "age_band" as const] };
const raked = { ...input, round: { ...input.round, weighting }, margins };
show(
  "the same on weights raked to sex and age, residual SE",
  timed(() => estimateRound(raked)),
);
const four = raking(input, margins);
show(
  "raking to 4 margins (municipality, group, sex, age)",
  timed(() => rake(four.base, four.margins)),
  GOALS.raking,
);
const { weights } = tabulate(raked);
show(
  "residual model of the raked weights",
  timed(() => varianceDesign(weights)),
);

const solver = await loadSolver();
const tabulation = tabulate(input);
/** Once: the optimiser takes the same path every time. */
function once<T>(name: string, work: () => T): T {
  const before = process.cpuUsage();
  const made = work();
  console.log(`${name.padEnd(58)} ${seconds(processorSeconds(before))}`);
  return made;
}
const protection = once("suppression of all domains, 18 measures", () =>
  protect(tabulation.facts, { solve: (model, limits) => solver.solve(model, limits) }),
);
console.log(
  `  ${protection.primary} withheld for their own sake, ${protection.complementary} to protect them`,
);
const results = once("estimates of what is left", () => publish(tabulation, protection.pattern));
const report = once("audit of the whole published set", () =>
  attack(
    {
      results,
      witnesses: witnessesOf(input, results.questionnaireVersion),
      population: publicPopulation(input.allocation),
      earlier: [],
    },
    (program) => solver.open(program),
  ),
);
console.log(`  ${report.leaks.length} leaks before the pattern is strengthened`);

await withR(input, cells.means("q1"), (line) => console.log(line));
