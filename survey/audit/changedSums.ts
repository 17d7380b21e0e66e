/**
 * Two publications of the same round as one table of differences: what has come to a withheld part is what has come to the
 * whole less what has come to the parts that are shown. It may be nobody, or at least as many as the threshold.
 */
import { eliminate } from "./elimination.ts";
import type { Leak } from "./leak.ts";
import type { Partition, PublishedCell, PublishedResult } from "./published.ts";
import { parts, type Equation, type System, type Unknown } from "./system.ts";

const CLOSE = 1e-6;

/** Valid answers; 0 where nobody has answered, `null` where it is not told. */
function told(cell: PublishedCell): number | null {
  if (cell?.status === "published") return cell.n;
  return cell?.status === "missing" ? 0 : null;
}

/** An unknown for every domain whose change is not shown, an equation for every sum. */
function changeSystem(
  now: PublishedResult,
  before: PublishedResult,
  partitions: readonly Partition[],
  threshold: (domain: string) => number,
): System {
  const unknowns: Unknown[] = [];
  const place = new Map<string, number>();
  const change = (id: string): number | null => {
    const [a, b] = [told(now.cells.get(id)), told(before.cells.get(id))];
    return a === null || b === null ? null : a - b;
  };
  const placeOf = (id: string): number => {
    const known = place.get(id) ?? unknowns.length;
    place.set(id, known);
    if (known === unknowns.length) {
      unknowns.push({ id, lower: -Infinity, upper: Infinity, secret: true, threshold: threshold(id) });
    }
    return known;
  };
  const equations = partitions.map(({ whole, parts: members }): Equation => {
    const terms: [place: number, factor: number][] = [];
    let value = 0;
    for (const [id, factor] of [[whole, -1] as const, ...members.map((part) => [part, 1] as const)]) {
      const known = change(id);
      if (known === null) terms.push([placeOf(id), factor]);
      else value -= factor * known;
    }
    return { places: terms.map(([at]) => at), factors: terms.map(([, factor]) => factor), value, slack: 0 };
  });
  return { unknowns, equations: equations.filter(({ places }) => places.length > 0) };
}

/** Withheld domains, each taken once, whose change together follows from the published numbers and is of a few people. */
export function changedSums(
  now: PublishedResult,
  before: PublishedResult | undefined,
  partitions: readonly Partition[],
  threshold: (domain: string) => number,
): Leak[] {
  if (!before) return [];
  const known = partitions.filter(({ whole, parts: members }) =>
    [whole, ...members].every((id) => now.cells.has(id) && before.cells.has(id)),
  );
  const found = parts(changeSystem(now, before, known, threshold)).flatMap((part) =>
    combinations(part).flatMap(({ factors, value }): Leak[] => {
      const members = part.unknowns.filter((_, at) => Math.abs(factors[at] ?? 0) > CLOSE);
      const people = Math.abs(value);
      const few = Math.max(...members.map((unknown) => unknown.threshold));
      if (!isOneSum(factors) || people < CLOSE || people >= few - CLOSE) return [];
      const how = `together ${Math.round(people)} answers more or fewer than in an earlier publication`;
      return [{ audit: "sums", result: now.id, domains: members.map(({ id }) => id), how }];
    }),
  );
  return [...new Map(found.map((leak) => [leak.domains.toSorted().join(), leak])).values()];
}

interface Combination {
  factors: ArrayLike<number>;
  value: number;
}

/** The sums that are published, and those that elimination finds from them. */
const combinations = (part: System): Combination[] => [
  ...part.equations.map(({ places, factors, value }) => ({
    factors: part.unknowns.map((_, at) => factors[places.indexOf(at)] ?? 0),
    value,
  })),
  ...eliminate(
    part,
    part.unknowns.map((_, at) => at),
  ).map(({ coefficients, value }) => ({ factors: coefficients, value })),
];

/** All of one sign, each taken once: people can be counted in it. */
const isOneSum = (factors: ArrayLike<number>): boolean =>
  [1, -1].some((sign) =>
    Array.from(factors).every((factor) => Math.abs(factor) < CLOSE || Math.abs(factor - sign) < CLOSE),
  );
