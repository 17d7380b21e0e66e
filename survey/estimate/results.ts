/** `results.json` from sample and answers: weights, estimates and primary suppression of a whole round. */
import type { Results } from "../results.ts";
import type { EstimationInput } from "./input.ts";
import { primaryPattern } from "./primaryPattern.ts";
import { publish } from "./publish.ts";
import { tabulate } from "./tabulate.ts";
import { trendSince, type EarlierRound } from "./trend.ts";

/**
 * The results of a round: for every domain (all, municipality, target group, both, and each background value for all and per
 * municipality) and measure (13 items, the indexes) the distribution, mean and share positive with 95 % intervals, weighted
 * and unweighted, the difference to the larger domains, or why there is nothing to see.
 *
 * Weights: post-stratification to municipality × target group, and the margins of round.json. A municipality without
 * allocation takes no part; one without answers has no weight in the figures for all. Nobody is left out for skipping an
 * item: "don't know" and no answer are outside the base of that item only.
 *
 * Primary suppression only: what this returns is not safe against subtraction before `disclosure/protect.ts` has seen it.
 *
 * @param earlier rounds that changes are counted from, the latest first.
 * @throws RangeError when there is no answer at all, or when allocation, sample and answers do not fit each other.
 */
export function estimateRound(input: EstimationInput, earlier: readonly EarlierRound[] = []): Results {
  const tabulation = tabulate(input);
  const trends = earlier.map((round) => trendSince(tabulation, round));
  return publish(tabulation, primaryPattern(tabulation.facts), trends);
}
