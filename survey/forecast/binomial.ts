import { NEGLIGIBLE, type CountDistribution } from "./countDistribution.ts";

function checkTrials(n: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number from 0, got ${n}`);
}

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

/**
 * The binomial distribution: answers among `n` invited who each answer with chance `p`, independently. Relative error of
 * each term about 1e-14.
 * @throws RangeError when n is no whole number from 0 or p is outside [0, 1].
 */
export function binomial(n: number, p: number): CountDistribution {
  checkTrials(n);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be in [0, 1], got ${p}`);
  if (n === 0 || p === 0 || p === 1) return { from: p === 1 ? n : 0, probabilities: new Float64Array([1]) };
  const odds = p / (1 - p);
  return fromRatios(n, Math.min(n, Math.floor((n + 1) * p)), (k) => ((n - k) / (k + 1)) * odds);
}
