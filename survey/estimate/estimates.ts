/** What is published about one measure in one domain, from its means and the weights of its codes. */
import type { Estimates } from "../results.ts";
import { meanInterval, shareInterval, type Interval } from "./intervals.ts";
import type { MeanEstimate } from "./meanEstimate.ts";

/** Below this effective number of answers, and from this width of the interval on, a share is unreliable (NCHS 2017). */
export const RELIABLE_EFFECTIVE_SIZE = 30;
export const UNRELIABLE_WIDTH = 0.3;
/** Widths are compared to this many decimals: an interval of 30 points is not reliable because of its 17th. */
const WIDTH_SCALE = 1e12;

/** Share to whole percent. */
export const wholePercent = (share: number): number => Math.round(share * 100);

/** A mean on 0–100 to one decimal; a limit outside the scale is put at its end. */
const oneDecimal = (mean: number): number => Math.round(Math.min(100, Math.max(0, mean)) * 10) / 10;

const rounded = (estimate: number, interval: Interval | null, round: (value: number) => number) => ({
  estimate: round(estimate),
  low: interval && round(interval.low),
  high: interval && round(interval.high),
});

/**
 * Rounds a mean of scores, a share positive and a distribution.
 * @param weights sums of the weights of the codes 1 to 5.
 */
export function publishedEstimates(
  mean: MeanEstimate,
  share: MeanEstimate,
  weights: ArrayLike<number>,
): Estimates {
  const codes = Array.from(weights).slice(0, 5);
  const sum = codes.reduce((total, weight) => total + weight, 0);
  return {
    // Each rounded by itself, so they may sum to 99 or 101.
    distribution: codes.map((weight) => wholePercent(weight / sum)),
    mean: rounded(mean.mean, meanInterval(mean), oneDecimal),
    positive: rounded(share.mean, shareInterval(share), wholePercent),
  };
}

/**
 * True when a share positive should be read with care: fewer than 30 effective answers, or an interval 30 points wide or wider
 * (NCHS Data Presentation Standards for Proportions 2017). Says nothing about disclosure.
 */
export function isUnreliable(share: Pick<MeanEstimate, "effectiveSize">, interval: Interval | null): boolean {
  if (share.effectiveSize < RELIABLE_EFFECTIVE_SIZE || interval === null) return true;
  return Math.round((interval.high - interval.low) * WIDTH_SCALE) >= UNRELIABLE_WIDTH * WIDTH_SCALE;
}
