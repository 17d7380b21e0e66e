/** Weights cut at a cap, and what is cut off spread over the others, so that the sum stays. */

/**
 * Cuts weights at their caps and spreads the excess in equal parts over those below theirs, again and again until none is
 * above (R survey's trimWeights(strict = TRUE)). The sum stays; the margins do not: rake afterwards.
 * @param caps the highest weight of each.
 * @throws RangeError when the weights sum to more than the caps.
 * @example trimWeights(Float64Array.of(1, 1, 4), [3, 3, 3]) // [1.5, 1.5, 3]
 */
export function trimWeights(weights: Float64Array, caps: ArrayLike<number>): Float64Array {
  const trimmed = Float64Array.from(weights);
  const cap = (i: number): number => caps[i] ?? Infinity;
  const cut = trimmed.map(() => 0);
  for (;;) {
    let excess = 0;
    trimmed.forEach((weight, i) => {
      if (weight <= cap(i)) return;
      excess += weight - cap(i);
      trimmed[i] = cap(i);
      cut[i] = 1;
    });
    if (excess === 0) return trimmed;
    const free = cut.reduce((sum, done) => sum + (1 - done), 0);
    if (free === 0) throw new RangeError("the weights sum to more than their caps");
    trimmed.forEach((weight, i) => {
      if (cut[i] === 0) trimmed[i] = weight + excess / free;
    });
  }
}

/**
 * The median of some numbers; the mean of the middle two of an even count.
 * @throws RangeError when there are none.
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (low === undefined || high === undefined) throw new RangeError("a median needs numbers");
  return (low + high) / 2;
}
