/** A mean with what its intervals need. */
import { designEffect, effectiveSize } from "../weights/designEffect.ts";
import { estimated, type Estimated } from "./covariance.ts";
import { degreesOfFreedom, linearMean } from "./linearise.ts";
import type { SampleDesign } from "./sampleDesign.ts";

export interface MeanEstimate {
  /** Valid answers, at least 1. */
  n: number;
  weight: number;
  mean: number;
  /** Linearised variance; `null` where it is not defined (no degree of freedom). */
  variance: number | null;
  /** Valid answers less strata touched. */
  degreesOfFreedom: number;
  /** Kish. */
  designEffect: number;
  effectiveSize: number;
}

export function meanEstimate({ linear, variance }: Estimated): MeanEstimate {
  const sums = { count: linear.n, weight: linear.weight, weightSquared: linear.weightSquared };
  return {
    n: linear.n,
    weight: linear.weight,
    mean: linear.mean,
    variance,
    degreesOfFreedom: degreesOfFreedom(linear),
    designEffect: designEffect(sums),
    effectiveSize: effectiveSize(sums),
  };
}

/**
 * The weighted mean of `values` (NaN where there is no valid answer) over `members` (ascending) with its linearised variance.
 * @throws RangeError when nobody has a valid answer.
 */
export function weightedMean(values: Float64Array, members: Int32Array, design: SampleDesign): MeanEstimate {
  const linear = linearMean(values, members, design);
  if (!linear) throw new RangeError("a mean needs at least one valid answer");
  return meanEstimate(estimated(linear, design));
}

/**
 * The mean of the answers as they stand: every answer counts 1, as in a simple random sample from a large population,
 * Var = s² / n.
 * @throws RangeError when nobody has a valid answer.
 */
export function simpleMean(values: Float64Array, members: Int32Array): MeanEstimate {
  let [n, total] = [0, 0];
  for (const i of members) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    n += 1;
    total += value;
  }
  if (n === 0) throw new RangeError("a mean needs at least one valid answer");
  const mean = total / n;
  let squares = 0;
  for (const i of members) {
    const value = values[i] ?? NaN;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  const spread = n > 1 ? squares / (n - 1) / n : null;
  return { n, weight: n, mean, variance: spread, degreesOfFreedom: n - 1, designEffect: 1, effectiveSize: n };
}
