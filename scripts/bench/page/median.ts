/** The median: the middle value, or the mean of the two in the middle. @throws RangeError when there is no value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (lower === undefined || upper === undefined) throw new RangeError("the median of nothing");
  return (lower + upper) / 2;
}
