/**
 * The number of answers by convolution: slower than the product's way and another way, so that the one proves the other.
 */
import { NEGLIGIBLE, trimmed, type CountDistribution } from "#survey/forecast/countDistribution.ts";
import type { RateScenario } from "#survey/forecast/rateScenarios.ts";

/** Makes a distribution on 0 … n from the ratios P(k + 1) / P(k), starting at `mode` so that nothing underflows. */
function fromRatios(n: number, mode: number, ratio: (k: number) => number): CountDistribution {
  const [below, above]: [number[], number[]] = [[], [1]];
  for (let k = mode, term = ratio(k); k < n && term >= NEGLIGIBLE; term *= ratio(++k)) above.push(term);
  for (let k = mode - 1, term = 1 / ratio(k); k >= 0 && term >= NEGLIGIBLE; term /= ratio(--k))
    below.push(term);
  const terms = [...below.toReversed(), ...above];
  const sum = terms.reduce((total, term) => total + term, 0);
  return { from: mode - below.length, probabilities: Float64Array.from(terms, (term) => term / sum) };
}

/** The binomial distribution of n independent people who each answer with the chance p. */
export function binomial(n: number, p: number): CountDistribution {
  if (n === 0 || p === 0 || p === 1) return { from: p === 1 ? n : 0, probabilities: new Float64Array([1]) };
  const odds = p / (1 - p);
  return fromRatios(n, Math.min(n, Math.floor((n + 1) * p)), (k) => ((n - k) / (k + 1)) * odds);
}

/** The distribution of the sum of two independent counts (discrete convolution). */
export function sumOfCounts(first: CountDistribution, second: CountDistribution): CountDistribution {
  const [a, b] = [first.probabilities, second.probabilities];
  const sums = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const weight = a[i] ?? 0;
    for (let j = 0; j < b.length; j++) sums[i + j] = (sums[i + j] ?? 0) + weight * (b[j] ?? 0);
  }
  return trimmed({ from: first.from + second.from, probabilities: sums });
}

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
