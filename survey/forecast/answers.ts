import { binomial } from "./binomial.ts";
import { sumOfCounts, type CountDistribution } from "./countDistribution.ts";
import type { RateScenario } from "./rateScenarios.ts";

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

/** P(X + Y ≥ k) of two independent counts, without making the distribution of their sum. */
function probabilityOfSumAtLeast(x: CountDistribution, y: CountDistribution, k: number): number {
  const tail = new Float64Array(y.probabilities.length + 1);
  for (let j = y.probabilities.length - 1; j >= 0; j--) {
    tail[j] = (tail[j + 1] ?? 0) + (y.probabilities[j] ?? 0);
  }
  const all = tail[0] ?? 1;
  return x.probabilities.reduce((sum, probability, i) => {
    const needed = k - x.from - i - y.from;
    return sum + probability * (needed <= 0 ? all : (tail[needed] ?? 0));
  }, 0);
}

/** The chance that a Chernoff bound may leave out: far under the accuracy of the scenarios. */
const LEFT_OUT = 1e-16;

/**
 * 0 or 1 where Chernoff's bound settles P(answers ≥ target) at known rates to 1e-16, else `null`: with mean m and distance
 * t, the tail of a sum of independent yes/no is at most exp(−t² / (2 (m + t / 3))).
 */
function settledByBound(mean: number, target: number): 0 | 1 | null {
  const distance = Math.abs(mean - target);
  if (distance * distance < -2 * Math.log(LEFT_OUT) * (mean + distance / 3)) return null;
  return mean > target ? 1 : 0;
}

/**
 * P(answers ≥ target) for the same input as {@link answersDistribution} and with the same accuracy, but in half the
 * time or less: the size rule asks it thousands of times.
 */
export function probabilityOfAnswers(
  invited: readonly number[],
  scenarios: readonly RateScenario[],
  target: number,
): number {
  const half = Math.ceil(invited.length / 2);
  const probability = scenarios.reduce((sum, { weight, rates }) => {
    const settled = settledByBound(expectedAnswers(invited, rates), target);
    if (settled !== null) return sum + weight * settled;
    const first = answersAtRates(invited.slice(0, half), rates.slice(0, half));
    const second = answersAtRates(invited.slice(half), rates.slice(half));
    return sum + weight * probabilityOfSumAtLeast(first, second, target);
  }, 0);
  return Math.min(1, probability);
}

/** The expected number of answers: Σ n_h ρ_h. */
export const expectedAnswers = (invited: readonly number[], rates: readonly number[]): number =>
  invited.reduce((sum, n, group) => sum + n * (rates[group] ?? 0), 0);
