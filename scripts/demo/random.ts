/**
 * Seeded randomness for the demo: the same seed gives the same extracts and the same citizens on any machine. Not for
 * the draw and not for keys. xmur3 spreads the seed text, sfc32 makes the numbers (C. Doty-Humphrey's PractRand, 2010).
 */
export interface Random {
  /** Uniform on [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the list. @throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the entries, by weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** Standard normal (Box–Muller). */
  normal(): number;
  /** The list in random order (Fisher–Yates on a copy). */
  shuffled<T>(list: readonly T[]): T[];
}

export function createRandom(seed: string): Random {
  const next = sfc32(seed);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)];
    if (list.length === 0 || chosen === undefined) throw new RangeError("cannot pick from an empty list");
    return chosen;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (entries) => weighted(entries, next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffled: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        copy.splice(i, 1, ...copy.splice(j, 1, ...copy.slice(i, i + 1)));
      }
      return copy;
    },
  };
}

function weighted<T>(entries: readonly (readonly [T, number])[], u: number): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = u * total;
  for (const [value, weight] of entries) {
    rest -= weight;
    if (rest < 0) return value;
  }
  throw new RangeError("cannot pick: the weights sum to nothing");
}

function sfc32(seed: string): () => number {
  const spread = xmur3(seed);
  let [a, b, c, counter] = [spread(), spread(), spread(), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

function xmur3(text: string): () => number {
  let hash = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}
