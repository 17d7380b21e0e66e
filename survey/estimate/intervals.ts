/** 95 % confidence intervals of a weighted mean and of a weighted share. */
import { betaQuantile } from "../distributions/betaQuantile.ts";
import { studentQuantile } from "../distributions/studentT.ts";
import type { MeanEstimate } from "./meanEstimate.ts";

export interface Interval {
  low: number;
  high: number;
}

const TAIL = 0.025;
/** The 97.5 % quantile of the standard normal distribution. */
export const NORMAL_CRITICAL_VALUE = 1.959963984540054;
const criticalValues = new Map<number, number>();

/** The 97.5 % quantile of Student's t; remembered, as a round asks it for the same few thousand degrees of freedom. */
export function criticalValue(degreesOfFreedom: number): number {
  const known = criticalValues.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const value = studentQuantile(1 - TAIL, degreesOfFreedom);
  criticalValues.set(degreesOfFreedom, value);
  return value;
}

/** ȳ ± t_df · SE; `null` where the variance is not defined. */
export function meanInterval({ mean, variance, degreesOfFreedom }: MeanEstimate): Interval | null {
  if (variance === null) return null;
  const reach = criticalValue(degreesOfFreedom) * Math.sqrt(variance);
  return { low: mean - reach, high: mean + reach };
}

/**
 * The number of answers that a simple random sample would need for the same precision of a share, at most n:
 * n* = p (1 − p) / Var · (t_{n−1} / t_df)². Where p (1 − p) / Var says nothing (all or nobody, or strata that answered
 * completely) Kish's effective size stands for it. The ratio of the t quantiles is the price of few degrees of freedom, which
 * the design has whatever the share is.
 */
export function shareSize({ mean, variance, n, degreesOfFreedom, effectiveSize }: MeanEstimate): number {
  const isMeasured = mean > 0 && mean < 1 && variance !== null && variance > 0;
  const size = isMeasured ? (mean * (1 - mean)) / variance : effectiveSize;
  const ratio = degreesOfFreedom > 0 ? criticalValue(n - 1) / criticalValue(degreesOfFreedom) : 1;
  return Math.min(n, size * ratio * ratio);
}

/**
 * Korn and Graubard's interval of a share with truncated effective size (Korn & Graubard 1998; the standard of NCHS 2017):
 * Clopper–Pearson limits with x = n* p, quantiles of Beta(x, n* − x + 1) and Beta(x + 1, n* − x). Finite at 0 and 100 % and
 * always inside [0, 1]. `null` where the variance is not defined.
 */
export function shareInterval(estimate: MeanEstimate): Interval | null {
  if (estimate.variance === null) return null;
  const size = shareSize(estimate);
  const positive = size * estimate.mean;
  const negative = size - positive;
  return {
    low: positive <= 0 ? 0 : betaQuantile(TAIL, positive, negative + 1),
    high: negative <= 0 ? 1 : betaQuantile(1 - TAIL, positive + 1, negative),
  };
}
