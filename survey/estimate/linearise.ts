/**
 * Weighted means by Taylor linearisation (STATISTICS §4; R survey's svymean on the subset of a stratified design).
 *
 * ```
 *   ȳ = Σ w y / Σ w                      over the valid answers of the domain
 *   u_i = (y_i − ȳ) / Σ w                for them, 0 for everybody else
 *   e_i = u_i − ū_h − x̃_i γ              after calibration: what the margins leave of u (GREG residual), else e = u
 *   Var = Σ_h (1 − r_h / N_h) · r_h / (r_h − 1) · Σ_{i ∈ h} (w_i e_i − mean of w e in h)²   over all r_h answers
 * ```
 *
 * All sums are kept by stratum, so that the covariance of two domains needs no second look at the answers.
 */
import type { SampleDesign } from "./sampleDesign.ts";
import { auxiliaryCount, coefficients } from "./residuals.ts";

/** The mean of a variable in a domain and the sums by stratum that its variance is made of. */
export interface LinearMean {
  /** Valid answers, at least 1. */
  n: number;
  weight: number;
  weightSquared: number;
  mean: number;
  /** The strata with valid answers, ascending; the sums below stand in this order. */
  strata: Int32Array;
  /** Σ w u, Σ w² u and Σ w² u² of each. */
  sum: Float64Array;
  squareWeighted: Float64Array;
  square: Float64Array;
  /** Σ w² u x̃ of each: `auxiliaryCount` numbers a stratum. */
  auxiliary: Float64Array;
  /** ū_h of each; 0 where nothing is absorbed. */
  absorbed: Float64Array;
  /** γ; empty without calibration. */
  gamma: Float64Array;
}

/** Valid answers less strata touched. */
export const degreesOfFreedom = ({ n, strata }: Pick<LinearMean, "n" | "strata">): number =>
  n - strata.length;

interface Totals {
  n: number;
  weight: number;
  weightSquared: number;
  total: number;
  strata: number[];
}

function totalsOf(values: Float64Array, members: Int32Array, { weight, stratum }: SampleDesign): Totals {
  let [n, sum, squares, total, last] = [0, 0, 0, 0, -1];
  const strata: number[] = [];
  for (const i of members) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const w = weight[i] ?? 0;
    n += 1;
    sum += w;
    squares += w * w;
    total += w * value;
    const h = stratum[i] ?? 0;
    if (h !== last) {
      strata.push(h);
      last = h;
    }
  }
  return { n, weight: sum, weightSquared: squares, total, strata };
}

/**
 * Linearises the mean of `values` over `members`.
 * @param values of everybody in the design; NaN where there is no valid answer.
 * @param members the people of the domain, ascending (the design stands by stratum).
 * @returns `null` when nobody has a valid answer.
 */
export function linearMean(
  values: Float64Array,
  members: Int32Array,
  design: SampleDesign,
): LinearMean | null {
  const { n, weight, weightSquared, total, strata } = totalsOf(values, members, design);
  if (n === 0) return null;
  const mean = total / weight;
  const rows = strata.length;
  const linear: LinearMean = {
    n,
    weight,
    weightSquared,
    mean,
    strata: Int32Array.from(strata),
    sum: new Float64Array(rows),
    squareWeighted: new Float64Array(rows),
    square: new Float64Array(rows),
    auxiliary: new Float64Array(rows * auxiliaryCount(design)),
    absorbed: new Float64Array(rows),
    gamma: new Float64Array(auxiliaryCount(design)),
  };
  addDeviations(linear, values, members, design);
  return linear;
}

function addDeviations(
  linear: LinearMean,
  values: Float64Array,
  members: Int32Array,
  design: SampleDesign,
): void {
  const { stratum, weight, calibration } = design;
  const { sum, squareWeighted, square, auxiliary, absorbed } = linear;
  const q = auxiliaryCount(design);
  const target = new Float64Array(q);
  let [row, last] = [-1, -1];
  for (const i of members) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const h = stratum[i] ?? 0;
    if (h !== last) {
      row += 1;
      last = h;
    }
    const w = weight[i] ?? 0;
    const u = (value - linear.mean) / linear.weight;
    sum[row] = (sum[row] ?? 0) + w * u;
    squareWeighted[row] = (squareWeighted[row] ?? 0) + w * w * u;
    square[row] = (square[row] ?? 0) + w * w * u * u;
    if (!calibration) continue;
    const du = (calibration.base[i] ?? 0) * u;
    absorbed[row] = (absorbed[row] ?? 0) + du;
    for (let j = 0; j < q; j++) {
      const x = calibration.auxiliaries[i * q + j] ?? 0;
      auxiliary[row * q + j] = (auxiliary[row * q + j] ?? 0) + w * w * u * x;
      target[j] = (target[j] ?? 0) + du * x;
    }
  }
  if (!calibration) return;
  linear.strata.forEach((h, at) => {
    absorbed[at] = calibration.absorbs ? (absorbed[at] ?? 0) / (calibration.baseSum[h] ?? 1) : 0;
  });
  linear.gamma.set(coefficients(calibration, target));
}
