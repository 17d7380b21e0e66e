/** Differences of two weighted means, with the people who are in both counted as such. */
import { studentCdf } from "../distributions/studentT.ts";
import type { Difference } from "../results.ts";
import { criticalValue } from "./intervals.ts";

/** Smallest p that is told apart. */
const SMALLEST_P = 0.0001;

export interface EstimatedDifference {
  estimate: number;
  /** Of the difference itself, covariance included; `null` where it is not defined. */
  variance: number | null;
  degreesOfFreedom: number;
}

/**
 * A difference on the scale of the page: `scale` times the estimate, rounded, with its 95 % t interval and the p of »no
 * difference« (two-sided, four decimals). The limits keep inside −100 to 100. Without variance (one of the two is at 0 or
 * 100 %, or on a single answer) neither interval nor p is defined.
 */
export function publishedDifference(
  { estimate, variance, degreesOfFreedom }: EstimatedDifference,
  scale: number,
  decimals: number,
): Difference {
  const round = (value: number): number => {
    const inside = Math.min(100, Math.max(-100, value * scale));
    const rounded = Math.round(inside * 10 ** decimals) / 10 ** decimals;
    return rounded === 0 ? 0 : rounded;
  };
  if (variance === null || !(variance > 0) || degreesOfFreedom <= 0) {
    return { estimate: round(estimate), low: null, high: null, p: null };
  }
  const error = Math.sqrt(variance);
  const reach = criticalValue(degreesOfFreedom) * error;
  const p = 2 * studentCdf(-Math.abs(estimate / error), degreesOfFreedom);
  return {
    estimate: round(estimate),
    low: round(estimate - reach),
    high: round(estimate + reach),
    p: Math.max(SMALLEST_P, Math.round(p * 10_000) / 10_000),
  };
}
