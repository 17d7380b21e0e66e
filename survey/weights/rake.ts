import { MARGIN_TOLERANCE, marginSums, unreachable, worstFit, type Fitted, type Margin } from "./margins.ts";

/** Rounds after which margins that still do not fit are called contradictory. */
export const RAKING_ROUNDS = 200;

/**
 * Raking (iterative proportional fitting, Deming & Stephan 1940): margin after margin, the weights of everybody with a value
 * are multiplied by population / sum of weights, until every margin fits to {@link MARGIN_TOLERANCE}. The result is the
 * weights nearest to the base weights in relative entropy (Ireland & Kullback 1968), and never negative.
 *
 * @param base weights above 0.
 * @returns the weights, or the margin that contradicts the others: the one furthest from its population after
 *   {@link RAKING_ROUNDS} rounds, or one with citizens of whom nobody has answered.
 */
export function rake(base: Float64Array, margins: readonly Margin[]): Fitted {
  const empty = unreachable(margins, base);
  if (empty) return empty;
  const weights = Float64Array.from(base);
  for (let round = 1; round <= RAKING_ROUNDS; round++) {
    for (const margin of margins) fit(margin, weights);
    if (worstFit(margins, weights).error <= MARGIN_TOLERANCE) return { ok: true, weights, rounds: round };
  }
  return worstFit(margins, weights).conflict;
}

function fit(margin: Margin, weights: Float64Array): void {
  const factors = marginSums(margin, weights).map((sum, value) =>
    sum === 0 ? 1 : (margin.population[value] ?? 0) / sum,
  );
  const { category } = margin;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * (factors[category[i] ?? 0] ?? 1);
}
