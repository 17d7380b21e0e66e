import { probabilityOfAnswers } from "../forecast/answers.ts";
import type { Sampling } from "../round.ts";
import type { Expectation } from "./alternatives.ts";
import { curveSize } from "./sizeCurve.ts";
import { smallestSize } from "./smallestSize.ts";
import { lowerBounds, targetGroupAllocation, type TargetGroupPlanning } from "./targetGroupAllocation.ts";

/**
 * How many to invite in a municipality: the larger of the size curve and the smallest n whose optimal allocation gives
 * P(answers ≥ targetAnswers) ≥ targetProbability, inside minimum … maximum; the largest allowed sample where the
 * target cannot be reached. So everybody is invited where the population is at most `minimum`, or n reaches it.
 */
export function sampleSize(
  planning: TargetGroupPlanning,
  sampling: Sampling,
  { scenarios, targetAnswers }: Expectation,
): number {
  const population = planning.populations.reduce((sum, group) => sum + group, 0);
  const largest = Math.min(sampling.maximum, population);
  const monotoneFrom = lowerBounds(planning).reduce((sum, lower) => sum + lower, 0);
  const probabilityAt = (n: number): number =>
    probabilityOfAnswers(targetGroupAllocation(n, planning).sample, scenarios, targetAnswers);
  const sizes = { from: curveSize(population, sampling), to: largest, monotoneFrom };
  return smallestSize(sizes, sampling.targetProbability, probabilityAt) ?? largest;
}
