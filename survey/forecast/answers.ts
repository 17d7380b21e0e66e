import { binomial } from "./binomial.ts";
import { sumOfCounts, type CountDistribution } from "./countDistribution.ts";
import { firstReaching } from "./firstReaching.ts";
import type { RateScenario } from "./rateScenarios.ts";
import { responseTail } from "./responseTail.ts";

const CERTAINLY_NONE: CountDistribution = { from: 0, probabilities: new Float64Array([1]) };

/** The number of answers when each group's rate is known: the exact convolution of Bin(n_h, ρ_h) over the groups. */
const answersAtRates = (invited: readonly number[], rates: readonly number[]): CountDistribution =>
  invited.map((n, group) => binomial(n, rates[group] ?? 0)).reduce(sumOfCounts, CERTAINLY_NONE);

/**
 * The distribution of the number of answers in a municipality, before field work: `invited[h]` citizens of group h, rates
 * as the scenarios of {@link rateScenarios} (same order of groups). Exact for one scenario, else to about 1e-9.
 */
export function answersDistribution(
  invited: readonly number[],
  scenarios: readonly RateScenario[],
): CountDistribution {
  const parts = scenarios.map(({ weight, rates }) => ({ weight, counts: answersAtRates(invited, rates) }));
  const from = Math.min(...parts.map(({ counts }) => counts.from));
  const end = Math.max(...parts.map(({ counts }) => counts.from + counts.probabilities.length));
  const probabilities = new Float64Array(end - from);
  for (const { weight, counts } of parts) {
    const offset = counts.from - from;
    counts.probabilities.forEach((probability, i) => {
      probabilities[offset + i] = (probabilities[offset + i] ?? 0) + weight * probability;
    });
  }
  return { from, probabilities };
}

/**
 * P(answers ≥ target) for the same input as {@link answersDistribution} and with the same accuracy, thirty times as fast: the
 * size rule asks it for every size it tries.
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
