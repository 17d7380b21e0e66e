import { firstReaching } from "../forecast/firstReaching.ts";

/**
 * The smallest n in from … to whose probability is at least `level`, or `null` when that of `to` is not.
 *
 * From `monotoneFrom` on the probability must not fall (the allocations are nested there), and few sizes are tried; below it
 * every n is.
 */
export function smallestSize(
  { from, to, monotoneFrom = from }: { from: number; to: number; monotoneFrom?: number },
  level: number,
  probabilityAt: (n: number) => number,
): number | null {
  if (from > to) return null;
  let below = { at: from, probability: probabilityAt(from) };
  if (below.probability >= level) return from;
  const reached = { at: to, probability: probabilityAt(to) };
  if (reached.probability < level) return null;
  for (let n = from + 1; n < Math.min(monotoneFrom, to); n++) {
    below = { at: n, probability: probabilityAt(n) };
    if (below.probability >= level) return n;
  }
  return firstReaching({ below, reached }, level, probabilityAt);
}
