/** What the weights are expected to cost, if each target group answers at its expected rate. */
import { designEffect, effectiveSize, type WeightSums } from "../weights/designEffect.ts";
import type { PlannedGroup } from "./plan.ts";

type StratumAnswers = Pick<PlannedGroup, "population" | "expectedAnswers">;

export interface ExpectedPrecision {
  /** Kish's design effect of the weights N_h / (n_h ρ_h); 1 is none. */
  designEffect: number;
  /** Kish's effective number of answers. */
  effectiveAnswers: number;
  /** Half the width of the 95 % interval of a share of 50 %, as a share: 1.96 · √(¼ / effective · (1 − answers / population)). */
  margin: number;
}

const Z95 = 1.959963984540054;

/** Sums over the strata: r_h = n_h ρ_h answers, each with the weight N_h / r_h. */
function weightSums(groups: readonly StratumAnswers[]): WeightSums {
  const sums = { count: 0, weight: 0, weightSquared: 0 };
  for (const { population, expectedAnswers } of groups) {
    if (expectedAnswers === 0) continue;
    sums.count += expectedAnswers;
    sums.weight += population;
    sums.weightSquared += population ** 2 / expectedAnswers;
  }
  return sums;
}

/**
 * The precision of the weighted results of strata together, such as the target groups of one municipality or of all; `null`
 * when no answer is expected. Where everybody answers the margin is 0.
 * @example expectedPrecision([{ population: 100, expectedAnswers: 50 }, { population: 300, expectedAnswers: 50 }])
 * // design effect 1.25, 80 effective answers
 */
export function expectedPrecision(groups: readonly StratumAnswers[]): ExpectedPrecision | null {
  const sums = weightSums(groups);
  if (sums.count === 0) return null;
  const effectiveAnswers = effectiveSize(sums);
  const missed = Math.max(0, 1 - sums.count / sums.weight);
  return {
    designEffect: designEffect(sums),
    effectiveAnswers,
    margin: Z95 * Math.sqrt((0.25 / effectiveAnswers) * missed),
  };
}
