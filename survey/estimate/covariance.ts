/**
 * Variance of a linearised mean and covariance of two, from their sums by stratum. The difference of two domains is itself
 * linear, so people who are in both are counted as such: Var(a − b) = Var(a) + Var(b) − 2 Cov(a, b).
 */
import type { LinearMean } from "./linearise.ts";
import type { CalibrationModel } from "./residuals.ts";
import type { SampleDesign } from "./sampleDesign.ts";

/** `nested`: the first domain is part of the second; `disjoint`: nobody is in both. */
export type Relation = "nested" | "disjoint";

const dot = (
  a: ArrayLike<number>,
  aFirst: number,
  b: ArrayLike<number>,
  bFirst: number,
  n: number,
): number => {
  let sum = 0;
  for (let j = 0; j < n; j++) sum += (a[aFirst + j] ?? 0) * (b[bFirst + j] ?? 0);
  return sum;
};

/** The row of each stratum in a linearised mean, −1 where it has none. */
function rowFinder({ strata }: LinearMean): (stratum: number) => number {
  let row = 0;
  return (stratum) => {
    while (row < strata.length && (strata[row] ?? 0) < stratum) row += 1;
    return strata[row] === stratum ? row : -1;
  };
}

/** What is added to w u in a stratum: −ū_h Σ w − γ Σ w x̃. */
function residualSum(a: LinearMean, row: number, h: number, calibration: CalibrationModel | null): number {
  const sum = row < 0 ? 0 : (a.sum[row] ?? 0);
  if (!calibration) return sum;
  const { moments, columns: q } = calibration;
  const absorbed = row < 0 ? 0 : (a.absorbed[row] ?? 0);
  return sum - absorbed * (moments.weight[h] ?? 0) - dot(a.gamma, 0, moments.auxiliary, h * q, q);
}

/** ū_h of a row; 0 where the stratum has no answers of the domain. */
const meanOf = (m: LinearMean, row: number): number => (row < 0 ? 0 : (m.absorbed[row] ?? 0));

/** Σ w² e_a e_b of a stratum, less what stems from answers in both domains. */
function residualProducts(
  [a, rowA]: readonly [LinearMean, number],
  [b, rowB]: readonly [LinearMean, number],
  h: number,
  { moments, columns: q }: CalibrationModel,
): number {
  const crossOf = (m: LinearMean, row: number, other: LinearMean, otherMean: number): number =>
    row < 0 ? 0 : otherMean * (m.squareWeighted[row] ?? 0) + dot(m.auxiliary, row * q, other.gamma, 0, q);
  const [sa, sb] = [meanOf(a, rowA), meanOf(b, rowB)];
  let products = 0;
  for (let j = 0; j < q; j++) {
    products += (a.gamma[j] ?? 0) * dot(moments.products, (h * q + j) * q, b.gamma, 0, q);
  }
  return (
    products -
    crossOf(a, rowA, b, sb) -
    crossOf(b, rowB, a, sa) +
    sa * sb * (moments.weightSquared[h] ?? 0) +
    sa * dot(moments.auxiliarySquared, h * q, b.gamma, 0, q) +
    sb * dot(moments.auxiliarySquared, h * q, a.gamma, 0, q)
  );
}

/** Σ w² u_a u_b over the answers of a stratum that are in both domains, where a is part of b. */
const commonProducts = (a: LinearMean, row: number, b: LinearMean): number =>
  ((a.square[row] ?? 0) * a.weight) / b.weight +
  ((a.squareWeighted[row] ?? 0) * (a.mean - b.mean)) / b.weight;

/**
 * What a stratum without answers of the first domain adds to a covariance with `b`, by unit of the first's γ: the margins
 * tie all strata together. Strata without answers of b either are summed once and for all (`SampleDesign.ties`).
 */
function tie(
  b: LinearMean,
  row: number,
  h: number,
  design: SampleDesign,
  model: CalibrationModel,
): Float64Array {
  const { moments, columns: q } = model;
  const mean = row < 0 ? 0 : (b.absorbed[row] ?? 0);
  const rest = residualSum(b, row, h, model) * (design.inverseAnswers[h] ?? 0);
  const factor = design.factor[h] ?? 0;
  return Float64Array.from({ length: q }, (_, j) => {
    const own = row < 0 ? 0 : (b.auxiliary[row * q + j] ?? 0);
    const products = dot(moments.products, (h * q + j) * q, b.gamma, 0, q);
    const squared = mean * (moments.auxiliarySquared[h * q + j] ?? 0);
    return factor * (products - own + squared + (moments.auxiliary[h * q + j] ?? 0) * rest);
  });
}

/** A linearised mean and the ties of all strata to it: what a covariance with it needs. */
export interface Reference {
  linear: LinearMean;
  ties: Float64Array;
}

/** The same with its variance; `null` where that is not defined (no degree of freedom). */
export interface Estimated extends Reference {
  variance: number | null;
}

export function referenceOf(linear: LinearMean, design: SampleDesign): Reference {
  const model = design.calibration;
  if (!model) return { linear, ties: new Float64Array(0) };
  const q = model.columns;
  const ties = Float64Array.from({ length: q }, (_, j) => dot(design.ties, j * q, linear.gamma, 0, q));
  const untouched = { ...linear, strata: new Int32Array(0) };
  linear.strata.forEach((h, row) => {
    const without = tie(untouched, -1, h, design, model);
    tie(linear, row, h, design, model).forEach((value, j) => {
      ties[j] = (ties[j] ?? 0) + value - (without[j] ?? 0);
    });
  });
  return { linear, ties };
}

/** The linearised covariance of the mean of `a` with that of a reference. */
export function covariance(
  a: LinearMean,
  reference: Reference,
  relation: Relation,
  design: SampleDesign,
): number {
  const b = reference.linear;
  const model = design.calibration;
  const rowOf = rowFinder(b);
  const ties = Float64Array.from(reference.ties);
  let total = 0;
  a.strata.forEach((h, rowA) => {
    const rowB = rowOf(h);
    const common = relation === "nested" ? commonProducts(a, rowA, b) : 0;
    const products = model ? residualProducts([a, rowA], [b, rowB], h, model) : 0;
    const sums = residualSum(a, rowA, h, model) * residualSum(b, rowB, h, model);
    const spread = common + products - sums * (design.inverseAnswers[h] ?? 0);
    total += (design.factor[h] ?? 0) * spread;
    if (model) tie(b, rowB, h, design, model).forEach((value, j) => (ties[j] = (ties[j] ?? 0) - value));
  });
  return total + dot(a.gamma, 0, ties, 0, ties.length);
}

/** A linearised mean with its variance. */
export function estimated(linear: LinearMean, design: SampleDesign): Estimated {
  const reference = referenceOf(linear, design);
  const defined = linear.n - linear.strata.length > 0;
  const own = defined ? Math.max(0, covariance(linear, reference, "nested", design)) : null;
  return { ...reference, variance: own };
}
