/**
 * The smallest n in from … to that satisfies `reaches`, or `null` when `to` does not.
 *
 * From `monotoneFrom` on, `reaches` must stay true once it is true (the allocations are nested there), and the search
 * bisects; below it every n is tried.
 */
export function smallestSize(
  { from, to, monotoneFrom = from }: { from: number; to: number; monotoneFrom?: number },
  reaches: (n: number) => boolean,
): number | null {
  if (from > to) return null;
  if (reaches(from)) return from;
  if (!reaches(to)) return null;
  let low = from + 1;
  for (; low < Math.min(monotoneFrom, to); low++) if (reaches(low)) return low;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
