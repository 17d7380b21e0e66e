/**
 * Primary and complementary suppression of the parts of one known total: the smallest case of STATISTICS §5, for the counts
 * that a municipality sees of its own field work.
 */

/**
 * Which parts are withheld: every part below the threshold, and then the smallest others until at least two are withheld and
 * they hold the threshold together, so that subtraction from the total shows nothing small.
 * @param published parts that stand elsewhere and cannot be withheld as a complement; one below the threshold is withheld
 *   all the same, and must be there, too
 * @example withheldParts([40, 3, 12, 55], 5) // [false, true, true, false]
 */
export function withheldParts(
  counts: readonly number[],
  threshold: number,
  published: ReadonlySet<number> = new Set(),
): boolean[] {
  const withheld = counts.map((count) => count < threshold);
  const others = counts
    .map((count, part) => ({ count, part }))
    .filter(({ part }) => !withheld[part] && !published.has(part))
    .toSorted((a, b) => a.count - b.count);
  const hidden = (): number[] => counts.filter((_, part) => withheld[part]);
  const isSafe = (): boolean => {
    const parts = hidden();
    return parts.length === 0 || (parts.length > 1 && parts.reduce((a, b) => a + b, 0) >= threshold);
  };
  for (const { part } of others) {
    if (isSafe()) break;
    withheld[part] = true;
  }
  return withheld;
}

/**
 * A growing count in steps of at least the threshold, so that no two points differ by a few people: each value is the last
 * step at or below the true one, and the last step leaves either nothing or the threshold to the total.
 * @param total what the count is known to have come to
 * @example stepped([2, 6, 8, 13], 5, 13) // [0, 6, 6, 13]
 */
export function stepped(counts: readonly number[], threshold: number, total: number): number[] {
  let shown = 0;
  return counts.map((count) => {
    const left = total - count;
    if (count - shown >= threshold && (left === 0 || left >= threshold)) shown = count;
    return shown;
  });
}
