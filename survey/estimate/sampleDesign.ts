/** The design that variances are computed under: strata, weights and, after calibration, what the weights are fitted to. */
import type { CalibrationModel } from "./residuals.ts";

export interface SampleDesign {
  /** Stratum and final weight of each person with an answer, who stand by stratum, ascending. */
  stratum: Int32Array;
  weight: Float64Array;
  /** (1 − r_h / N_h) · r_h / (r_h − 1) of each stratum; exactly 0 where everybody has answered. */
  factor: Float64Array;
  /** 1 / r_h, by which the squared sum of a stratum is taken off its sum of squares. */
  inverseAnswers: Float64Array;
  /** `null` for weights that are constant in each stratum (post-stratification alone). */
  calibration: CalibrationModel | null;
  /** Σ_h factor · (Σ w² x̃ x̃ᵀ − Σ w x̃ (Σ w x̃)ᵀ / r_h): how the margins tie the strata together, q × q numbers. */
  ties: Float64Array;
}

/** All answers r_h (inside and outside the domain, valid or not) and all citizens N_h of each stratum. */
export interface StratumSizes {
  answers: ArrayLike<number>;
  /** Infinity where no finite population correction is wanted. */
  populations: ArrayLike<number>;
}

const spread = (r: number): number => (r > 1 ? r / (r - 1) : 1);

/**
 * A design from the sizes of its strata. The finite population correction counts answers, not invited: who did not answer is
 * a second phase. A stratum with one answer has no spread of its own; it counts with its distance from the mean of all
 * contributions, which is 0 (R's lonely.psu = "adjust").
 */
export function sampleDesign(
  people: Pick<SampleDesign, "stratum" | "weight">,
  { answers, populations }: StratumSizes,
  calibration: CalibrationModel | null = null,
): SampleDesign {
  const correction = (r: number, h: number): number => (r === 0 ? 0 : 1 - r / (populations[h] ?? Infinity));
  const sizes = Array.from(answers);
  const factor = Float64Array.from(sizes, (r, h) => correction(r, h) * spread(r));
  const inverseAnswers = Float64Array.from(sizes, (r) => (r > 1 ? 1 / r : 0));
  return {
    ...people,
    factor,
    inverseAnswers,
    calibration,
    ties: tiesOf(factor, inverseAnswers, calibration),
  };
}

function tiesOf(
  factor: Float64Array,
  inverseAnswers: Float64Array,
  calibration: CalibrationModel | null,
): Float64Array {
  if (!calibration) return new Float64Array(0);
  const { columns: q, moments } = calibration;
  const ties = new Float64Array(q * q);
  factor.forEach((weight, h) => {
    for (let at = 0; at < q * q; at++) {
      const sums =
        (moments.auxiliary[h * q + Math.floor(at / q)] ?? 0) * (moments.auxiliary[h * q + (at % q)] ?? 0);
      const squares = (moments.products[h * q * q + at] ?? 0) - sums * (inverseAnswers[h] ?? 0);
      ties[at] = (ties[at] ?? 0) + weight * squares;
    }
  });
  return ties;
}
