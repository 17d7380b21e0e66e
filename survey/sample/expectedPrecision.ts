/** What the weights are expected to cost, if each target group answers at its expected rate. */
import { designEffect, effectiveSize, type WeightSums } from "#survey/weights/designEffect.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";

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
function weightSums(plans: readonly MunicipalityPlan[]): WeightSums {
  const sums = { count: 0, weight: 0, weightSquared: 0 };
  for (const { population, expectedAnswers } of plans.flatMap((plan) => plan.groups)) {
    if (expectedAnswers === 0) continue;
    sums.count += expectedAnswers;
    sums.weight += population;
    sums.weightSquared += population ** 2 / expectedAnswers;
  }
  return sums;
}

/** Of the given municipalities together; `null` when no answer is expected. */
export function expectedPrecision(plans: readonly MunicipalityPlan[]): ExpectedPrecision | null {
  const sums = weightSums(plans);
  if (sums.count === 0) return null;
  const effectiveAnswers = effectiveSize(sums);
  const missed = Math.max(0, 1 - sums.count / sums.weight);
  return {
    designEffect: designEffect(sums),
    effectiveAnswers,
    margin: Z95 * Math.sqrt((0.25 / effectiveAnswers) * missed),
  };
}
