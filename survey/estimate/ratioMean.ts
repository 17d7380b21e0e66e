import { designEffect, effectiveSize } from "../weights/designEffect.ts";

/**
 * The valid answers of one variable in one domain, gathered: `count[i]` answers with the same `value[i]` in the same
 * stratum, the sum of their weights and of their squared weights. Answers of a stratum stand together. Where every weight
 * or value differs, each answer is its own point. `length` is how many points are filled.
 */
export interface Points {
  length: number;
  stratum: Int32Array;
  value: Float64Array;
  count: Float64Array;
  weight: Float64Array;
  weightSquared: Float64Array;
}

/** All answers r_h (inside and outside the domain, valid or not) and all citizens N_h of each stratum. */
export interface StratifiedDesign {
  answers: ArrayLike<number>;
  /** Infinity where no finite population correction is wanted. */
  populations: ArrayLike<number>;
}

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

/** Room for that many points. */
export const emptyPoints = (capacity: number): Points => ({
  length: 0,
  stratum: new Int32Array(capacity),
  value: new Float64Array(capacity),
  count: new Float64Array(capacity),
  weight: new Float64Array(capacity),
  weightSquared: new Float64Array(capacity),
});

/**
 * The weighted mean of a variable in a domain and its linearised variance (STATISTICS §4; R survey's svymean on the subset
 * of a post-stratified design).
 *
 * ȳ = Σ w y / Σ w, z_i = w_i (y_i − ȳ) / Σ w for valid answers in the domain and 0 for everybody else, and
 * Var = Σ_h (1 − r_h / N_h) · r_h / (r_h − 1) · Σ_{i ∈ h} (z_i − z̄_h)² over **all** r_h answers of each stratum. The finite
 * population correction counts answers, not invited: who did not answer is a second phase. A stratum with one answer has
 * no spread of its own; it counts with its distance from the mean of all z, which is 0 (R's lonely.psu = "adjust"). A
 * stratum that answered completely adds exactly 0.
 *
 * @param code turns a stored value into y, so that one set of points gives the mean score and the share positive.
 * @throws RangeError when there are no points.
 */
export function ratioMean(
  points: Points,
  design: StratifiedDesign,
  code: (value: number) => number = (value) => value,
): MeanEstimate {
  let [n, weight, weightSquared, total] = [0, 0, 0, 0];
  for (let i = 0; i < points.length; i++) {
    n += points.count[i] ?? 0;
    weight += points.weight[i] ?? 0;
    weightSquared += points.weightSquared[i] ?? 0;
    total += (points.weight[i] ?? 0) * code(points.value[i] ?? 0);
  }
  const sums = { count: n, weight, weightSquared };
  const kish = designEffect(sums);
  const mean = total / weight;
  const { squares, strata } = sumOverStrata(points, design, (value) => code(value) - mean);
  const degreesOfFreedom = n - strata;
  return {
    n,
    weight,
    mean,
    variance: degreesOfFreedom > 0 ? squares / (weight * weight) : null,
    degreesOfFreedom,
    designEffect: kish,
    effectiveSize: effectiveSize(sums),
  };
}

/** Σ_h of the variance formula without the division by (Σ w)², and how many strata have points. */
function sumOverStrata(
  points: Points,
  { answers, populations }: StratifiedDesign,
  deviation: (value: number) => number,
): { squares: number; strata: number } {
  let squares = 0;
  let strata = 0;
  for (let i = 0; i < points.length; strata++) {
    const h = points.stratum[i] ?? 0;
    let sum = 0;
    let sumOfSquares = 0;
    for (; i < points.length && points.stratum[i] === h; i++) {
      const distance = deviation(points.value[i] ?? 0);
      sum += (points.weight[i] ?? 0) * distance;
      sumOfSquares += (points.weightSquared[i] ?? 0) * distance * distance;
    }
    const r = answers[h] ?? 0;
    const correction = 1 - r / (populations[h] ?? Infinity);
    const spread = r === 1 ? sumOfSquares : (Math.max(0, sumOfSquares - (sum * sum) / r) * r) / (r - 1);
    squares += correction * spread;
  }
  return { squares, strata };
}
