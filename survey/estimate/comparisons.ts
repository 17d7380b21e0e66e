/** Each domain against the larger ones it is part of: a municipality against all, a group against its municipality, … */
import type { Comparison, Domain } from "../results.ts";
import { covariance, type Estimated } from "./covariance.ts";
import { publishedDifference, type EstimatedDifference } from "./differences.ts";
import { holm } from "./holm.ts";
import { degreesOfFreedom } from "./linearise.ts";
import type { EstimatedPair, PairsOf } from "./publish.ts";
import type { SampleDesign } from "./sampleDesign.ts";
import type { Tabulation } from "./tabulate.ts";

/**
 * The difference of two means of one design: Var = Var(a) + Var(b) − 2 Cov(a, b), which is the variance of the linearised
 * difference (STATISTICS §4). A domain without any spread (0 or 100 %) has no measured uncertainty to compare with.
 */
function difference(a: Estimated, b: Estimated, shared: number, freedom: number): EstimatedDifference {
  const [own, other] = [a.variance ?? 0, b.variance ?? 0];
  return {
    estimate: a.linear.mean - b.linear.mean,
    variance: own > 0 && other > 0 ? Math.max(0, own + other - 2 * shared) : null,
    degreesOfFreedom: freedom,
  };
}

/** The mean of a domain less that of a larger one that holds it. */
export const differenceWithin = (a: Estimated, b: Estimated, design: SampleDesign): EstimatedDifference =>
  difference(a, b, covariance(a.linear, b, "nested", design), degreesOfFreedom(b.linear));

/** The mean of a domain less that of another that shares nobody with it, though strata and margins may tie them. */
export function differenceBetween(a: Estimated, b: Estimated, design: SampleDesign): EstimatedDifference {
  const strata = new Set([...a.linear.strata, ...b.linear.strata]).size;
  const shared = covariance(a.linear, b, "disjoint", design);
  return difference(a, b, shared, a.linear.n + b.linear.n - strata);
}

/** The comparisons of a published domain with those of its parents that are published too. */
export function comparisonsOf(domain: number, pairs: PairsOf, { facts, design }: Tabulation): Comparison[] {
  const pair = pairs[domain];
  if (!pair) return [];
  return parentsToCompare(domain, facts.domains).flatMap((parent) => {
    const other = pairs[parent];
    const to = facts.domains[parent]?.id;
    return other && to !== undefined ? [{ to, ...differencesOf(pair, other, design), clear: false }] : [];
  });
}

const differencesOf = (pair: EstimatedPair, other: EstimatedPair, design: SampleDesign) => ({
  mean: publishedDifference(differenceWithin(pair.score, other.score, design), 1, 1),
  positive: publishedDifference(differenceWithin(pair.positive, other.positive, design), 100, 0),
});

/**
 * Marks the comparisons that are clear for all items of each domain together, and for all indexes: whoever reads 13
 * comparisons at once must not find one by chance more often than in one domain of twenty.
 */
export function markClear(domains: readonly Domain[]): void {
  for (const { items, indexes } of domains) {
    for (const cells of [Object.values(items), Object.values(indexes)]) {
      const comparisons = cells.flatMap((cell) =>
        cell.status === "published" ? (cell.comparisons ?? []) : [],
      );
      for (const to of new Set(comparisons.map((comparison) => comparison.to))) {
        const family = comparisons.filter((comparison) => comparison.to === to);
        holm(family.map(({ positive }) => positive.p)).forEach((clear, i) => {
          const comparison = family[i];
          if (comparison) comparison.clear = clear;
        });
      }
    }
  }
}

/** A background group is compared inside its own place only. */
function parentsToCompare(domain: number, domains: Tabulation["facts"]["domains"]): readonly number[] {
  const facts = domains[domain];
  if (!facts) return [];
  const { breakdown } = facts.key;
  return breakdown === null
    ? facts.parents
    : facts.parents.filter((parent) => domains[parent]?.key.breakdown === null);
}
