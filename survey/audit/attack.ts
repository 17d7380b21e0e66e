/**
 * The audit of a round's results (STATISTICS §5): everything that is published, attacked as one system. Rank, derived sums and
 * the bounds of counts are tried on results.json with nothing else than the public population counts and the rules; the
 * bounds of means with more than any attacker has. The truth says what was found.
 */
import type { Results } from "../results.ts";
import { changedSums } from "./changedSums.ts";
import { tooNarrow, type Bounds } from "./bounds.ts";
import { smallSums } from "./derivedSums.ts";
import { AUDITS, type AuditName, type Leak } from "./leak.ts";
import { codeSystem } from "./codes.ts";
import { isSmallIn, meanSystem, type Statement } from "./means.ts";
import type { Optimiser } from "./program.ts";
import type { System } from "./system.ts";
import {
  countsOfResult,
  countSystem,
  partitionsOf,
  publishedResults,
  statedThreshold,
  tablesOf,
  type Count,
  type Partition,
} from "./published.ts";
import { determined } from "./rank.ts";
import { mindLeaks, ofOneMind, responseLeaks, ruleLeaks } from "./rules.ts";
import { changeLeaks, remembered } from "./snapshots.ts";
import { truthsOf, type Witness } from "./truth.ts";

/** A count is protected when it can be so many numbers, or reach its threshold (or all the citizens there are) … */
const COUNT_VALUES = 5;
/** … and still so many for somebody who takes what protects others to be on at least the threshold. */
const LABELLED_VALUES = 3;
/** A mean on 0 to 100 is protected when its bounds are a step of the scale apart. */
const MEAN_WIDTH = 25;

export interface Evidence {
  results: Results;
  witnesses: readonly Witness[];
  /** How many citizens there are at the most: public for all, a municipality, a target group and both together. */
  population: ReadonlyMap<string, number>;
  /** Earlier publications of the same round. */
  earlier: readonly Results[];
  /** Only these items and indexes; all when it is left out. */
  only?: ReadonlySet<string>;
}

export interface AuditReport {
  /** How many numbers each audit has tried, and what it found. */
  audits: Record<AuditName, { tried: number; leaks: number }>;
  leaks: Leak[];
}

/** With what an attack is made. */
interface Means {
  partitions: readonly Partition[];
  open: Optimiser;
  tried: Record<AuditName, number>;
}

/** Tries to undo the disclosure control. `onResult` is told after each item and index. */
export function attack(
  { results, witnesses, population, earlier, only }: Evidence,
  open: Optimiser,
  onResult: (done: number, total: number) => void = () => {},
): AuditReport {
  const threshold = statedThreshold(results);
  const partitions = partitionsOf(results.domains);
  const truths = truthsOf(witnesses);
  const before = earlier.map((old) => new Map(publishedResults(old).map((result) => [result.id, result])));
  const upper = (domain: string): number => population.get(domain) ?? population.get("all") ?? Infinity;
  const tried: Record<AuditName, number> = { rules: 0, rank: 0, sums: 0, intervals: 0, mind: 0 };
  const means: Means = { partitions, open, tried };
  const people = (code: string): number => witnesses.filter(({ domains }) => domains.includes(code)).length;
  const responses = responseCounts(results, people, threshold, upper);
  const leaks = [
    ...responseLeaks(results),
    ...countLeaks("answers", responses, (code) => people(code) < threshold(code), means),
    ...earlier.flatMap((old) => changeLeaks(results, old, threshold)),
  ];
  const all = publishedResults(results).filter(({ id }) => only?.has(id) ?? true);
  all.forEach((result, done) => {
    const statement = { result, truths: truths.get(result.id) ?? new Map(), threshold };
    const isSmall = (id: string): boolean => isSmallIn(statement, id);
    const withheld = countsOfResult(result, upper, threshold, isSmall);
    let counts = withheld;
    for (const old of before) counts = remembered(counts, result, old.get(result.id));
    const isSensitive = (id: string): boolean => {
      const { n, codes } = statement.truths.get(id) ?? { n: 0, codes: [] };
      return n < threshold(id) || ofOneMind(codes);
    };
    tried.rules += result.cells.size;
    tried.mind += partitions.length;
    leaks.push(
      ...ruleLeaks(result, statement.truths, threshold),
      ...[...counts]
        .filter(
          ([id, { kind }]) => kind === "known" && withheld.get(id)?.kind === "withheld" && isSensitive(id),
        )
        .map(([id]) => leak("rules", result.id, [id], "shown in an earlier publication of this round")),
      ...countLeaks(result.id, counts, isSensitive, means),
      ...before.flatMap((old) => changedSums(result, old.get(result.id), partitions, threshold)),
      ...meanLeaks(statement, isSensitive, means),
      ...mindLeaks(result, statement.truths, partitions),
    );
    onResult(done + 1, all.length);
  });
  const found = (audit: AuditName) => ({
    tried: tried[audit],
    leaks: leaks.filter((leak) => leak.audit === audit).length,
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the audits
  const audits = Object.fromEntries(AUDITS.map((audit) => [audit, found(audit)])) as AuditReport["audits"];
  return { audits, leaks };
}

/** How many have answered in each municipality: a list with a published sum. */
function responseCounts(
  { municipalities, national }: Results,
  people: (code: string) => number,
  threshold: (domain: string) => number,
  upper: (domain: string) => number,
): Map<string, Count> {
  return new Map([
    ["all", { kind: "known", n: national.answers }],
    ...municipalities.map(({ code, answers }): [string, Count] => {
      if (answers !== null) return [code, { kind: "known", n: answers }];
      const secret = people(code) < threshold(code);
      return [code, { kind: "withheld", secret, upper: upper(code), threshold: threshold(code) }];
    }),
  ]);
}

function countLeaks(
  result: string,
  counts: ReadonlyMap<string, Count>,
  isSensitive: (domain: string) => boolean,
  { partitions, open, tried }: Means,
): Leak[] {
  const system = countSystem(
    counts,
    partitions.filter(({ whole, parts }) => [whole, ...parts].every((id) => counts.has(id))),
  );
  const unlabelled = { ...system, unknowns: system.unknowns.map((unknown) => ({ ...unknown, lower: 0 })) };
  const secrets = system.unknowns.filter(({ secret }) => secret).length;
  for (const audit of ["rank", "sums", "intervals"] as const) tried[audit] += secrets;
  const wide =
    (values: number) =>
    ({ unknown, low, high }: Bounds): boolean =>
      !isSensitive(unknown.id) ||
      high >= Math.min(unknown.threshold, unknown.upper) ||
      high - low + 1 >= values;
  return [
    ...determined(system)
      .filter(({ unknown }) => isSensitive(unknown.id))
      .map(({ unknown, value }) => leak("rank", result, [unknown.id], `must be ${round(value)} answers`)),
    ...tablesOf(partitions).flatMap((isInTable) =>
      smallSums(system, open, isInTable).map(({ unknowns, sum }) =>
        leak(
          "sums",
          result,
          unknowns.map(({ id }) => id),
          `together ${sum} answers`,
        ),
      ),
    ),
    ...[
      ...tooNarrow(unlabelled, open, wide(COUNT_VALUES)),
      ...tooNarrow(system, open, wide(LABELLED_VALUES)),
    ].map(({ unknown, low, high }) =>
      leak("intervals", result, [unknown.id], `between ${round(low)} and ${round(high)} answers`),
    ),
  ];
}

const isBackground = ({ whole, parts }: Partition): boolean =>
  [whole, ...parts].some((id) => id.includes("="));

/** Target groups: weighted and unweighted as one system. Background groups, of mixed weights: each by itself. */
function meanLeaks(
  statement: Statement,
  isSensitive: (domain: string) => boolean,
  { partitions: all, open }: Means,
): Leak[] {
  const groups = all.filter((partition) => !isBackground(partition));
  const backgrounds = all.filter(isBackground);
  const systems = [
    meanSystem(statement, { all, used: groups }, ["weight", "n"]),
    meanSystem(statement, { all, used: backgrounds }, ["weight"]),
    meanSystem(statement, { all, used: backgrounds }, ["n"]),
  ];
  const { id: result } = statement.result;
  const narrow = (system: System): Leak[] =>
    tooNarrow(
      system,
      open,
      ({ unknown, low, high }) => !isSensitive(unknown.id) || high - low >= MEAN_WIDTH,
    ).map(({ unknown, low, high }) =>
      leak("intervals", result, [unknown.id], `its mean is between ${round(low)} and ${round(high)}`),
    );
  const coded = isItem(result)
    ? [
        codeSystem(statement, { all, used: groups }, ["weight", "n"]),
        codeSystem(statement, { all, used: backgrounds }, ["weight"]),
        codeSystem(statement, { all, used: backgrounds }, ["n"]),
      ]
    : [];
  const found = systems.flatMap((system) => [
    ...determined(system)
      .filter(({ unknown }) => unknown.secret && isSensitive(unknown.id))
      .map(({ unknown, value }) => leak("rank", result, [unknown.id], `its mean must be ${round(value)}`)),
    ...narrow(system),
  ]);
  return [...found, ...coded.flatMap(narrow)];
}

/** Items have codes; an index is a mean of several. */
const isItem = (result: string): boolean => result.startsWith("q");

const leak = (audit: AuditName, result: string, domains: readonly string[], how: string): Leak => ({
  audit,
  result,
  domains,
  how,
});

const round = (value: number): number => Math.round(value * 10) / 10;
