/** The covariance of two rounds through the people who answered both. */
import type { Estimated } from "./covariance.ts";
import type { SampleDesign, StratumSizes } from "./sampleDesign.ts";

/** A measure in a domain of one round. */
export interface Wave extends Estimated {
  design: SampleDesign;
  values: Float64Array;
  /** The people of the domain, ascending. */
  members: Int32Array;
}

/** w u of everybody in the domain with a valid answer, by place. */
function contributions({ design, values, members, linear }: Wave): Map<number, number> {
  const found = new Map<number, number>();
  for (const i of members) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    found.set(i, ((design.weight[i] ?? 0) * (value - linear.mean)) / linear.weight);
  }
  return found;
}

/**
 * Cov = Σ_h (1 − r₁ r₂ / (r₁₂ N)) · r₁₂ / (r₁₂ − 1) · Σ (z₁ − z̄₁)(z₂ − z̄₂) over the r₁₂ people of stratum h who answered both
 * rounds (Tam 1984, The American Statistician 38:288, with z the linearised contributions). Two samples that meet only by
 * chance have r₁₂ = r₁ r₂ / N and no covariance. A stratum with fewer than two such people adds nothing, which as a rule makes the
 * change look less certain than it is; samples that avoid each other have a covariance of −S₁₂ / N, too little to count.
 *
 * @param partner the place in the second round of each person of the first, −1 for none.
 * @param sizes of the strata of the first round.
 */
export function overlapCovariance(
  first: Wave,
  second: Wave,
  partner: Int32Array,
  { answers, populations }: StratumSizes,
): number {
  const [z1, z2] = [contributions(first), contributions(second)];
  const pairs = new Map<number, [number, number][]>();
  for (let i = 0; i < partner.length; i++) {
    const j = partner[i] ?? -1;
    if (j < 0) continue;
    const h = first.design.stratum[i] ?? 0;
    const list = pairs.get(h) ?? [];
    // Somebody in both rounds and in one domain only counts with 0 in the other, as in the variance.
    list.push([z1.get(i) ?? 0, z2.get(j) ?? 0]);
    pairs.set(h, list);
  }
  let total = 0;
  for (const [h, list] of pairs) {
    const both = list.length;
    if (both < 2) continue;
    const earlier = answersIn(second.design, partner, first.design, h);
    const chance = ((answers[h] ?? 0) * earlier) / (both * (populations[h] ?? Infinity));
    total += Math.max(0, 1 - chance) * (both / (both - 1)) * crossProducts(list);
  }
  return total;
}

/**
 * Answers of the other round in the strata that the people of stratum h stand in there: all of them, where cells were merged
 * in one round only. Too many rather than too few, as that takes covariance away.
 */
function answersIn(second: SampleDesign, partner: Int32Array, first: SampleDesign, h: number): number {
  const strata = new Set<number>();
  for (let i = 0; i < partner.length; i++) {
    const j = partner[i] ?? -1;
    if (j >= 0 && first.stratum[i] === h) strata.add(second.stratum[j] ?? 0);
  }
  return [...strata].reduce((sum, g) => {
    const inverse = second.inverseAnswers[g] ?? 0;
    return sum + (inverse > 0 ? 1 / inverse : 1);
  }, 0);
}

function crossProducts(list: readonly [number, number][]): number {
  const [a, b] = [0, 1].map((k) => list.reduce((sum, pair) => sum + (pair[k] ?? 0), 0) / list.length);
  return list.reduce((sum, [x, y]) => sum + (x - (a ?? 0)) * (y - (b ?? 0)), 0);
}
