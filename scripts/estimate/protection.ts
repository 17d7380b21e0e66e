/**
 * From a tabulated round to results that may be published: the suppressor makes a pattern, the auditor attacks what it would
 * publish, and what was found too weak goes back with a higher demand, until nothing is found. What no demand mends is
 * withheld with its whole table, then with the whole item: the end is never an unsafe result.
 */
import { attack, type AuditReport } from "#survey/audit/attack.ts";
import type { Leak } from "#survey/audit/leak.ts";
import { witnessesOf } from "#survey/audit/witnesses.ts";
import { protect, type Protection } from "#survey/disclosure/protect.ts";
import type { Facts } from "#survey/estimate/facts.ts";
import type { EstimationInput } from "#survey/estimate/input.ts";
import { publish } from "#survey/estimate/publish.ts";
import type { Tabulation } from "#survey/estimate/tabulate.ts";
import type { Trend } from "#survey/estimate/trend.ts";
import type { Results } from "#survey/results.ts";
import type { LinearSolver } from "../io/highs.ts";
import { publicPopulation } from "./population.ts";
import { remembered } from "./remembered.ts";

/** So often a higher demand is tried, then the table of the municipality with its total, then the tables of all, then everything but the results for all. */
const DEMANDS = 4;
const PLACES = DEMANDS + 2;
const TABLES = PLACES + 2;
const ITEMS = TABLES + 2;

export interface ProtectedResults extends Protection {
  results: Results;
  /** The last attack on each item and index. */
  leaks: Leak[];
  attempts: number;
}

export interface ProtectedOptions {
  solver: LinearSolver;
  trends?: readonly Trend[];
  earlier?: readonly Results[];
  onStep?: (done: number, total: number) => void;
}

/** Estimates, suppresses and attacks until the attack finds nothing. */
export function protectedResults(
  tabulation: Tabulation,
  input: EstimationInput,
  { solver, trends = [], earlier = [], onStep }: ProtectedOptions,
): ProtectedResults {
  const { facts, round } = tabulation;
  const witnesses = witnessesOf(input, round.questionnaireVersions.at(-1) ?? "");
  const evidence = { witnesses, population: publicPopulation(input.allocation), earlier };
  const weak = new Map<string, number>();
  let protection: Protection | null = null;
  let again: ReadonlySet<string> | undefined;
  const solve = remembered(solver);
  for (let attempts = 1; ; attempts++) {
    protection = protect(facts, {
      solve,
      earlier,
      weak,
      standing: standing(facts, protection, again),
      ...(onStep && attempts === 1 ? { onMeasure: onStep } : {}),
    });
    const results = publish(tabulation, protection.pattern, trends);
    const attacked = { ...evidence, results, ...(again ? { only: again } : {}) };
    const { leaks }: AuditReport = attack(attacked, (program) => solver.open(program));
    const found = leaks.filter(({ result }) => result !== "answers");
    if (found.length === 0 || attempts > ITEMS + 1) return { ...protection, results, leaks, attempts };
    for (const leak of found) strengthen(leak, attempts, weak, facts);
    again = withIndexes(facts, new Set(found.map(({ result }) => result)));
  }
}

/** The tables that need not be made again. */
const standing = (facts: Facts, before: Protection | null, again: ReadonlySet<string> | undefined) =>
  new Map(
    [...(before?.tables ?? [])].filter(
      ([measure]) => !(again?.has(facts.measures[measure]?.id ?? "") ?? true),
    ),
  );

/** The measures and the indexes over them, and over those. */
function withIndexes({ measures }: Facts, changed: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>(changed);
  for (const { id, parts } of measures) if (parts.some((part) => found.has(part))) found.add(id);
  return found;
}

/** Asks for more around the domains of a leak; from some attempt on, withholds the table of their municipality, its total, then all tables like it. */
function strengthen(
  { result, domains }: Leak,
  attempt: number,
  weak: Map<string, number>,
  facts: Facts,
): void {
  const key = (id: string): string => `${id} ${result}`;
  if (attempt < DEMANDS) {
    for (const id of domains) {
      const threshold = facts.domains.find((domain) => domain.id === id)?.threshold ?? 1;
      weak.set(key(id), 2 * (weak.get(key(id)) ?? threshold));
    }
    return;
  }
  const found = facts.domains.filter(({ id }) => domains.includes(id));
  // Of one municipality what is of it is of all.
  const isAlone = new Set(facts.domains.map(placeOf)).size === 2;
  for (const domain of facts.domains) {
    if (found.some((leaking) => isAround(domain, leaking, attempt, isAlone)))
      weak.set(key(domain.id), Infinity);
  }
}

type FactsDomain = Facts["domains"][number];

function isAround(domain: FactsDomain, leaking: FactsDomain, attempt: number, isAlone: boolean): boolean {
  if (attempt >= ITEMS) return true;
  if (attempt >= TABLES) return domain.id !== "all";
  const isOfKind = kindOf(domain) === kindOf(leaking);
  if (attempt >= PLACES || isAlone) return isOfKind;
  const isTotal = kindOf(domain) === "" && placeOf(domain) !== null;
  return placeOf(domain) === placeOf(leaking) && (isOfKind || (isTotal && attempt > DEMANDS));
}

const placeOf = ({ key }: FactsDomain): string | null => key.municipality;
const kindOf = ({ key }: FactsDomain): string =>
  key.targetGroup ? "target group" : (key.breakdown?.variable ?? "");
