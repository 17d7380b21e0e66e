/** Cronbach's alpha and what belongs to it (STATISTICS §6). */
import { fisherQuantile } from "../distributions/fisherF.ts";
import { correlations, entry, totalVariance, trace, without, type Matrix } from "./covarianceMatrix.ts";

/**
 * α = k / (k − 1) · (1 − Σ σ_i² / σ_sum²), from the covariances of the items (Cronbach 1951).
 * @throws RangeError with fewer than two items.
 */
export function cronbachAlpha(covariances: Matrix): number {
  const k = covariances.length;
  if (k < 2) throw new RangeError("alpha needs two items");
  return (k / (k - 1)) * (1 - trace(covariances) / totalVariance(covariances));
}

/** α of the correlations: what it would be if every item had the same spread. */
export const standardisedAlpha = (covariances: Matrix): number => cronbachAlpha(correlations(covariances));

/**
 * Feldt's 95 % interval: 1 − (1 − α) F.975 and 1 − (1 − α) F.025 with n − 1 and (n − 1)(k − 1) degrees of freedom
 * (Feldt 1965, Psychometrika 30:357).
 */
export function feldtInterval(alpha: number, n: number, k: number): { low: number; high: number } {
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const limit = (probability: number): number => 1 - (1 - alpha) * fisherQuantile(probability, df1, df2);
  return { low: limit(0.975), high: limit(0.025) };
}

/** The correlation of each item with the sum of the others. */
export const itemRestCorrelations = (covariances: Matrix): number[] =>
  covariances.map((row, i) => {
    const withRest = row.reduce((sum, value, j) => (j === i ? sum : sum + value), 0);
    return withRest / Math.sqrt(entry(covariances, i, i) * totalVariance(without(covariances, i)));
  });

/** α of the other items; `null` where only one would be left. */
export const alphaIfDeleted = (covariances: Matrix): number[] | null =>
  covariances.length < 3 ? null : covariances.map((_, i) => cronbachAlpha(without(covariances, i)));

/** The mean of the correlations between different items. */
export function averageCorrelation(covariances: Matrix): number {
  const k = covariances.length;
  return (totalVariance(correlations(covariances)) - k) / (k * (k - 1));
}

/**
 * Spearman–Brown for two items, 2r / (1 + r): the right coefficient for a pair, where alpha asks for equal spread
 * (Eisinga, te Grotenhuis & Pelzer 2013).
 */
export function spearmanBrown(covariances: Matrix): number {
  const r = entry(correlations(covariances), 0, 1);
  return (2 * r) / (1 + r);
}

/**
 * Reliability of a sum of parts of which each has its own: 1 − Σ σ_d² (1 − α_d) / σ_total² (stratified alpha; Rajaratnam,
 * Cronbach & Gleser 1965).
 * @param parts covariances of the part scores; `reliabilities` of the same parts.
 */
export const stratifiedAlpha = (parts: Matrix, reliabilities: readonly number[]): number =>
  1 -
  reliabilities.reduce((sum, alpha, d) => sum + entry(parts, d, d) * (1 - alpha), 0) / totalVariance(parts);
