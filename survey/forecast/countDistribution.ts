/**
 * A distribution on whole numbers: `probabilities[i]` is the chance of the count `from + i`. Counts outside have a chance
 * below 1e-18 of the likeliest one and are left out.
 */
export interface CountDistribution {
  from: number;
  probabilities: Float64Array;
}

/** Terms smaller than this part of the largest one are left out. */
export const NEGLIGIBLE = 1e-18;

/** P(count ≥ k). */
export function probabilityOfAtLeast(distribution: CountDistribution, k: number): number {
  const { from, probabilities } = distribution;
  let sum = 0;
  for (let i = Math.max(0, k - from); i < probabilities.length; i++) sum += probabilities[i] ?? 0;
  return Math.min(1, sum);
}

/**
 * The smallest count whose cumulative probability reaches `probability`.
 * @throws RangeError when the probability is not strictly between 0 and 1.
 */
export function countQuantile(distribution: CountDistribution, probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be between 0 and 1, got ${probability}`);
  }
  const { from, probabilities } = distribution;
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    sum += probabilities[i] ?? 0;
    if (sum >= probability) return from + i;
  }
  return from + probabilities.length - 1;
}

/** The mean. */
export const meanCount = ({ from, probabilities }: CountDistribution): number =>
  probabilities.reduce((sum, probability, i) => sum + probability * (from + i), 0);

/** The same distribution without the negligible counts at both ends. */
export function trimmed({ from, probabilities }: CountDistribution): CountDistribution {
  let largest = 0;
  for (const probability of probabilities) largest = Math.max(largest, probability);
  const least = largest * NEGLIGIBLE;
  let start = 0;
  let end = probabilities.length;
  while ((probabilities[start] ?? 0) < least) start++;
  while ((probabilities[end - 1] ?? 0) < least) end--;
  return { from: from + start, probabilities: probabilities.subarray(start, end) };
}
