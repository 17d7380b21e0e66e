/**
 * The regression that takes out of a linearised variable what the calibration margins already know (GREG residuals):
 * e = u − ū_h − x̃ γ with γ = (Σ d x̃ x̃ᵀ)⁻¹ Σ d x̃ u, the d being the weights before calibration (Deville & Särndal 1992, §3;
 * R survey's calibrate()). R's rake() uses alternating projections instead, which leaves up to half of the standard error too
 * much where a margin is a whole municipality.
 *
 * Strata that are margins themselves are absorbed: centring x and u inside each stratum is the same regression with a column
 * for every stratum, and 392 columns never have to be solved.
 */
import { factorise, solve, type Cholesky } from "../weights/cholesky.ts";

/** Sums of a stratum over all of its answers, by which residuals of any variable can be squared and summed. */
export interface StratumMoments {
  /** Σ w and Σ w². */
  weight: Float64Array;
  weightSquared: Float64Array;
  /** Σ w x̃ and Σ w² x̃: q numbers a stratum. */
  auxiliary: Float64Array;
  auxiliarySquared: Float64Array;
  /** Σ w² x̃ x̃ᵀ: q × q numbers a stratum. */
  products: Float64Array;
}

export interface CalibrationModel {
  /** How many columns q the auxiliaries have. */
  columns: number;
  /** x̃ of each person, q numbers; centred inside the strata where these are absorbed. */
  auxiliaries: Float64Array;
  /** Weight of each person before calibration, and its sum by stratum. */
  base: Float64Array;
  baseSum: Float64Array;
  absorbs: boolean;
  normal: Cholesky;
  moments: StratumMoments;
}

export const auxiliaryCount = ({ calibration }: { calibration: CalibrationModel | null }): number =>
  calibration?.columns ?? 0;

/** γ from Σ d x̃ u. */
export const coefficients = ({ normal }: CalibrationModel, target: Float64Array): Float64Array =>
  solve(normal, target);

export interface CalibrationPeople {
  stratum: Int32Array;
  strata: number;
  base: Float64Array;
  weight: Float64Array;
  /** x of each person, `columns` numbers. */
  auxiliaries: Float64Array;
  columns: number;
}

/**
 * The model of weights that were calibrated from `base` to `weight`.
 * @param absorbs the strata are margins as well.
 */
export function calibrationModel(people: CalibrationPeople, absorbs: boolean): CalibrationModel {
  const { stratum, base, columns: q } = people;
  const baseSum = sumsByStratum(people, 1, (i) => base[i] ?? 0);
  const auxiliaries = absorbs ? centred(people, baseSum) : people.auxiliaries;
  const x = (i: number, j: number): number => auxiliaries[i * q + j] ?? 0;
  const normal = new Float64Array(q * q);
  for (let i = 0; i < stratum.length; i++) {
    for (let j = 0; j < q; j++) {
      const dx = (base[i] ?? 0) * x(i, j);
      if (dx === 0) continue;
      for (let k = 0; k < q; k++) normal[j * q + k] = (normal[j * q + k] ?? 0) + dx * x(i, k);
    }
  }
  return {
    columns: q,
    auxiliaries,
    base,
    baseSum,
    absorbs,
    normal: factorise(normal, q),
    moments: momentsOf(people, auxiliaries),
  };
}

/** Sums of `width` numbers a person by stratum. */
function sumsByStratum(
  { stratum, strata }: Pick<CalibrationPeople, "stratum" | "strata">,
  width: number,
  of: (person: number, place: number) => number,
): Float64Array {
  const sums = new Float64Array(strata * width);
  for (let i = 0; i < stratum.length; i++) {
    const first = (stratum[i] ?? 0) * width;
    for (let j = 0; j < width; j++) sums[first + j] = (sums[first + j] ?? 0) + of(i, j);
  }
  return sums;
}

function centred(people: CalibrationPeople, baseSum: Float64Array): Float64Array {
  const { stratum, base, auxiliaries, columns: q } = people;
  const means = sumsByStratum(people, q, (i, j) => (base[i] ?? 0) * (auxiliaries[i * q + j] ?? 0));
  return auxiliaries.map((value, place) => {
    const h = stratum[Math.floor(place / q)] ?? 0;
    return value - (means[h * q + (place % q)] ?? 0) / (baseSum[h] ?? 1);
  });
}

function momentsOf(people: CalibrationPeople, auxiliaries: Float64Array): StratumMoments {
  const { weight, columns: q } = people;
  const w = (i: number): number => weight[i] ?? 0;
  const x = (i: number, j: number): number => auxiliaries[i * q + j] ?? 0;
  return {
    weight: sumsByStratum(people, 1, w),
    weightSquared: sumsByStratum(people, 1, (i) => w(i) ** 2),
    auxiliary: sumsByStratum(people, q, (i, j) => w(i) * x(i, j)),
    auxiliarySquared: sumsByStratum(people, q, (i, j) => w(i) ** 2 * x(i, j)),
    products: sumsByStratum(people, q * q, (i, at) => w(i) ** 2 * x(i, Math.floor(at / q)) * x(i, at % q)),
  };
}
