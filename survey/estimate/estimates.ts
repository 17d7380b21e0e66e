import { isPositive, scoreOf, VALUE_CODES } from "../questionnaire.ts";
import type { Estimates } from "../results.ts";
import { meanInterval, shareInterval, type Interval } from "./intervals.ts";
import {
  emptyPoints,
  ratioMean,
  type MeanEstimate,
  type Points,
  type StratifiedDesign,
} from "./ratioMean.ts";

const SCORES = VALUE_CODES.map(scoreOf);
const score = (code: number): number => SCORES[code - 1] ?? NaN;
const positive = (code: number): number => (isPositive(code) ? 1 : 0);

/** Share to whole percent. */
export const wholePercent = (share: number): number => Math.round(share * 100);

/** A mean on 0–100 to one decimal; a limit outside the scale is put at its end. */
const oneDecimal = (mean: number): number => Math.round(Math.min(100, Math.max(0, mean)) * 10) / 10;

const rounded = (estimate: number, interval: Interval | null, round: (value: number) => number) => ({
  estimate: round(estimate),
  low: interval && round(interval.low),
  high: interval && round(interval.high),
});

export interface ItemEstimates {
  published: Estimates;
  /** The share positive before rounding, with what its precision says. */
  share: MeanEstimate;
  shareInterval: Interval | null;
}

/** Everything that is published about the valid answers in `points` (values: codes 1 to 5), of which there are some. */
export function estimatesOf(points: Points, design: StratifiedDesign): ItemEstimates {
  const mean = ratioMean(points, design, score);
  const share = ratioMean(points, design, positive);
  const interval = shareInterval(share);
  return {
    published: {
      distribution: distributionOf(points, share.weight),
      mean: rounded(mean.mean, meanInterval(mean), oneDecimal),
      positive: rounded(share.mean, interval, wholePercent),
    },
    share,
    shareInterval: interval,
  };
}

/** Weighted share of each code 1 to 5, whole percent; each rounded by itself, so they may sum to 99 or 101. */
function distributionOf(points: Points, sum: number): number[] {
  const weights = VALUE_CODES.map(() => 0);
  for (let i = 0; i < points.length; i++) {
    const place = (points.value[i] ?? 1) - 1;
    weights[place] = (weights[place] ?? 0) + (points.weight[i] ?? 0);
  }
  return weights.map((weight) => wholePercent(weight / sum));
}

/**
 * The same for the answers as they stand: every answer counts 1, as in a simple random sample from a large population.
 * @param counts valid answers with the codes 1 to 5, of which there are some.
 */
export function unweightedEstimates(counts: readonly number[]): ItemEstimates {
  const points = emptyPoints(counts.length);
  counts.forEach((count, place) => {
    if (count === 0) return;
    const i = points.length++;
    points.value[i] = place + 1;
    points.count[i] = points.weight[i] = points.weightSquared[i] = count;
  });
  const n = counts.reduce((sum, count) => sum + count, 0);
  return estimatesOf(points, { answers: [n], populations: [Infinity] });
}
