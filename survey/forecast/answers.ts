import { firstReaching } from "./firstReaching.ts";
import type { RateScenario } from "./rateScenarios.ts";
import { responseTail } from "./responseTail.ts";

/**
 * P(answers ≥ target) in a municipality before field work: `invited[h]` citizens of group h, rates as the scenarios of
 * {@link rateScenarios} (same order of groups). Exact for one scenario, else to about 1e-9. Thirty times as fast as making
 * the whole distribution: the size rule asks it for every size it tries.
 */
export function probabilityOfAnswers(
  invited: readonly number[],
  scenarios: readonly RateScenario[],
  target: number,
): number {
  const probability = scenarios.reduce(
    (sum, { weight, rates }) => sum + weight * responseTail(invited, rates, target),
    0,
  );
  return Math.min(1, probability);
}

/**
 * The smallest number of answers k with P(answers ≤ k) ≥ probability.
 * @throws RangeError when the probability is not strictly between 0 and 1.
 */
export function quantileOfAnswers(
  invited: readonly number[],
  scenarios: readonly RateScenario[],
  probability: number,
): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be between 0 and 1, got ${probability}`);
  }
  const everybody = invited.reduce((sum, n) => sum + n, 0);
  const bracket = { below: { at: -1, probability: 0 }, reached: { at: everybody, probability: 1 } };
  return firstReaching(bracket, probability, (k) => 1 - probabilityOfAnswers(invited, scenarios, k + 1));
}
