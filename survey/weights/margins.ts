/** What weights are fitted to: for a variable, how many citizens have each of its values. */

export interface Margin {
  /** As messages name it. */
  name: string;
  /** The values, as messages name them. */
  values: readonly string[];
  /** Citizens with each value, 0 or more. */
  population: ArrayLike<number>;
  /** The place of each respondent's value. */
  category: Int32Array;
}

/** Why weights could not be fitted: the margin that is furthest from its population, and how far. */
export interface MarginConflict {
  ok: false;
  margin: string;
  value: string;
  population: number;
  /** The sum of the weights where fitting stopped. */
  reached: number;
}

export type Fitted = { ok: true; weights: Float64Array; rounds: number } | MarginConflict;

/** The largest relative error that weights may leave in a margin (STATISTICS §3). */
export const MARGIN_TOLERANCE = 1e-10;

/** The sum of the weights by value. */
export function marginSums(margin: Margin, weights: Float64Array): Float64Array {
  const sums = new Float64Array(margin.population.length);
  for (let i = 0; i < weights.length; i++) {
    const value = margin.category[i] ?? 0;
    sums[value] = (sums[value] ?? 0) + (weights[i] ?? 0);
  }
  return sums;
}

/** The value that is furthest from its population, with its relative error. */
export function worstFit(
  margins: readonly Margin[],
  weights: Float64Array,
): { error: number; conflict: MarginConflict } {
  let error = -1;
  let conflict: MarginConflict = { ok: false, margin: "", value: "", population: 0, reached: 0 };
  for (const margin of margins) {
    marginSums(margin, weights).forEach((reached, place) => {
      const population = margin.population[place] ?? 0;
      const off = Math.abs(reached - population) / Math.max(population, 1);
      if (off <= error) return;
      error = off;
      conflict = { ok: false, margin: margin.name, value: margin.values[place] ?? "", population, reached };
    });
  }
  return { error, conflict };
}

/** The first value with citizens and no respondent: no weights can reach it. */
export function unreachable(margins: readonly Margin[], weights: Float64Array): MarginConflict | null {
  for (const margin of margins) {
    const place = marginSums(margin, weights).findIndex(
      (sum, value) => sum === 0 && (margin.population[value] ?? 0) > 0,
    );
    if (place < 0) continue;
    const population = margin.population[place] ?? 0;
    return { ok: false, margin: margin.name, value: margin.values[place] ?? "", population, reached: 0 };
  }
  return null;
}
