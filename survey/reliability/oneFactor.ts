/**
 * The one-factor model by maximum likelihood, Σ = λ λᵀ + Ψ, and its fit (Jöreskog 1967; the numbers of lavaan's cfa with
 * likelihood = "normal").
 */
import { eigen } from "./eigenvalues.ts";
import { correlations, entry, type ItemCovariances, type Matrix } from "./covarianceMatrix.ts";

export interface OneFactor {
  loadings: number[];
  uniquenesses: number[];
  /** ω = (Σλ)² / ((Σλ)² + Σψ). */
  omega: number;
  fit: FactorFit;
}

export interface FactorFit {
  chiSquare: number;
  degreesOfFreedom: number;
  /** Comparative fit index; 1 is perfect. */
  cfi: number;
  rmsea: number;
  srmr: number;
}

/** A uniqueness below this part of its item's variance means that the model does not fit the data (Heywood case). */
const LEAST_UNIQUENESS = 1e-6;
const ROUNDS = 20_000;
const SETTLED = 1e-13;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const omegaOf = (loadings: readonly number[], uniquenesses: readonly number[]): number => {
  const common = sum(loadings) ** 2;
  return common / (common + sum(uniquenesses));
};

/**
 * ω of three items in closed form: λ₁ = √(s₁₂ s₁₃ / s₂₃) and so on, which fits the covariances exactly.
 * @returns `null` when the covariances allow no such factor (a negative product or uniqueness).
 */
export function threeItemFactor(covariances: Matrix): Omit<OneFactor, "fit"> | null {
  const s = (i: number, j: number): number => entry(covariances, i, j);
  const squares = [
    (s(0, 1) * s(0, 2)) / s(1, 2),
    (s(0, 1) * s(1, 2)) / s(0, 2),
    (s(0, 2) * s(1, 2)) / s(0, 1),
  ];
  if (!squares.every((square, i) => square > 0 && square < s(i, i))) return null;
  const signs = [1, Math.sign(s(0, 1)), Math.sign(s(0, 2))];
  const loadings = squares.map((square, i) => Math.sqrt(square) * (signs[i] ?? 1));
  const uniquenesses = squares.map((square, i) => s(i, i) - square);
  return { loadings, uniquenesses, omega: omegaOf(loadings, uniquenesses) };
}

/**
 * Fits one factor to four or more items by EM (Rubin & Thayer 1982) with a Newton-like leap along each step (Varadhan &
 * Roland 2008, SQUAREM), on correlations, then back on the items' scale.
 */
export function oneFactor({ n, covariances }: Pick<ItemCovariances, "n" | "covariances">): OneFactor {
  const r = correlations(covariances);
  const found = fitted(r);
  // Maximum likelihood divides by n.
  const sd = covariances.map((row, i) => Math.sqrt(((row[i] ?? NaN) * (n - 1)) / n));
  const sign = Math.sign(sum(found.loadings)) || 1;
  const loadings = found.loadings.map((value, i) => sign * value * (sd[i] ?? NaN));
  const uniquenesses = found.uniquenesses.map((value, i) => value * (sd[i] ?? NaN) ** 2);
  return { loadings, uniquenesses, omega: omegaOf(loadings, uniquenesses), fit: fitOf(r, found, n) };
}

interface Standardised {
  loadings: number[];
  uniquenesses: number[];
}

function fitted(r: Matrix): Standardised {
  const k = r.length;
  const { values, vectors } = eigen(r);
  const scale = Math.sqrt(Math.max(values[0] ?? 1, 0.1));
  const start = (vectors[0] ?? []).map((value) => 0.9 * value * scale);
  let theta = [...start, ...start.map((value) => Math.max(0.05, 1 - value * value))];
  for (let round = 0; round < ROUNDS; round++) {
    const first = step(r, theta);
    const second = step(r, first);
    const change = first.map((value, i) => value - (theta[i] ?? 0));
    const bend = second.map((value, i) => value - (first[i] ?? 0) - (change[i] ?? 0));
    const [length, curve] = [Math.hypot(...change), Math.hypot(...bend)];
    if (length < SETTLED) break;
    const leap = curve > 0 ? Math.max(1, length / curve) : 1;
    const far = theta.map((value, i) => value + 2 * leap * (change[i] ?? 0) + leap * leap * (bend[i] ?? 0));
    const inside = far.slice(k).every((value) => value > LEAST_UNIQUENESS && value < 2);
    const candidate = inside ? step(r, far) : second;
    theta = discrepancy(r, candidate) <= discrepancy(r, second) ? candidate : second;
  }
  return { loadings: theta.slice(0, k), uniquenesses: theta.slice(k) };
}

/** One EM step on (λ, ψ): the regression of the items on the factor, given the covariances. */
function step(r: Matrix, theta: readonly number[]): number[] {
  const k = r.length;
  const [lambda, psi] = [theta.slice(0, k), theta.slice(k)];
  const precision = 1 + sum(lambda.map((value, i) => (value * value) / (psi[i] ?? 1)));
  const beta = lambda.map((value, i) => value / (psi[i] ?? 1) / precision);
  const cross = r.map((row) => sum(row.map((value, j) => value * (beta[j] ?? 0))));
  const variance = 1 / precision + sum(beta.map((value, i) => value * (cross[i] ?? 0)));
  const next = cross.map((value) => value / variance);
  const unique = next.map((value, i) => Math.max(LEAST_UNIQUENESS, entry(r, i, i) - value * (cross[i] ?? 0)));
  return [...next, ...unique];
}

/** F = ln |Σ| + tr(S Σ⁻¹) − ln |S| − k, without the part that does not depend on λ and ψ. */
function discrepancy(r: Matrix, theta: readonly number[]): number {
  const k = r.length;
  const [lambda, psi] = [theta.slice(0, k), theta.slice(k)];
  if (psi.some((value) => !(value > 0))) return Infinity;
  const scaled = lambda.map((value, i) => value / (psi[i] ?? 1));
  const precision = 1 + sum(lambda.map((value, i) => value * (scaled[i] ?? 0)));
  const quadratic = sum(r.map((row, i) => (scaled[i] ?? 0) * sum(row.map((v, j) => v * (scaled[j] ?? 0)))));
  const logDeterminant = sum(psi.map(Math.log)) + Math.log(precision);
  return logDeterminant + sum(psi.map((value, i) => entry(r, i, i) / value)) - quadratic / precision;
}

function fitOf(r: Matrix, { loadings, uniquenesses }: Standardised, n: number): FactorFit {
  const k = r.length;
  const logDeterminant = sum(eigen(r).values.map(Math.log));
  const chiSquare = Math.max(0, n * (discrepancy(r, [...loadings, ...uniquenesses]) - logDeterminant - k));
  const degreesOfFreedom = (k * (k - 3)) / 2;
  // The baseline has uncorrelated items: F = −ln |R|.
  const baseline = Math.max(0, -n * logDeterminant - (k * (k - 1)) / 2);
  const excess = Math.max(0, chiSquare - degreesOfFreedom);
  let squares = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      const unique = i === j ? (uniquenesses[i] ?? 0) : 0;
      squares += (entry(r, i, j) - (loadings[i] ?? 0) * (loadings[j] ?? 0) - unique) ** 2;
    }
  }
  return {
    chiSquare,
    degreesOfFreedom,
    cfi: excess === 0 ? 1 : 1 - excess / Math.max(baseline, excess),
    rmsea: Math.sqrt(excess / (degreesOfFreedom * n)),
    srmr: Math.sqrt(squares / ((k * (k + 1)) / 2)),
  };
}
