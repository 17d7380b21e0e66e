import { integerAllocation } from "./integerAllocation.ts";

export interface TargetGroupPlanning {
  /** Eligible citizens of each target group; 0 is allowed. */
  populations: readonly number[];
  /** Expected response rate of each target group, above 0. */
  rates: readonly number[];
  /** Standard deviation of the main result in each target group; only the proportions matter. */
  deviations: readonly number[];
  /** Answers wanted from each target group, so that it can be reported. */
  minimumAnswers: number;
}

export interface TargetGroupAllocation {
  sample: number[];
  /** The minimum answers did not fit the sample: the lower bounds were scaled down together. */
  lowerRelaxed: boolean;
}

/** A quotient that is a whole number but for rounding is not lifted to the next one. */
const ROUNDING = 1e-9;

/** Invited that give the minimum answers in each group, l_h = min(N_h, ⌈r_min / ρ_h⌉). */
export const lowerBounds = ({ populations, rates, minimumAnswers }: TargetGroupPlanning): number[] =>
  populations.map((population, h) =>
    Math.min(population, Math.ceil(minimumAnswers / (rates[h] ?? 1) - ROUNDING)),
  );

/** How much a target group counts in the allocation: A_h = W_h S_h / √ρ_h, with W_h = N_h as only proportions matter. */
const priorities = ({ populations, rates, deviations }: TargetGroupPlanning): number[] =>
  populations.map((population, h) => (population * (deviations[h] ?? 1)) / Math.sqrt(rates[h] ?? 1));

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The sample of a municipality over its target groups: minimises the variance Σ W_h² S_h² / (n_h ρ_h) of the municipality's
 * mean subject to Σ n_h = sampleSize and max(d_h, l_h) ≤ n_h ≤ N_h (STATISTICS §1.1, level 2), in whole numbers, exactly.
 * d_h are those already drawn: 0 at first, and in a supplement the sample it enlarges, which nobody leaves.
 *
 * Minimum answers that do not fit are scaled down in proportion and reported: of what is missing, (l_h − d_h)⁺, each group
 * gets the part that fits, rounded down. While they fit, enlarging a sample gives the allocation of the whole at once.
 *
 * @throws InfeasibleAllocationError when the sample is larger than the population, or smaller than what is drawn.
 */
export function targetGroupAllocation(
  sampleSize: number,
  planning: TargetGroupPlanning,
  drawn: readonly number[] = planning.populations.map(() => 0),
): TargetGroupAllocation {
  const missing = lowerBounds(planning).map((lower, h) => Math.max(0, lower - (drawn[h] ?? 0)));
  const [wanted, room] = [sumOf(missing), sampleSize - sumOf(drawn)];
  const lowerRelaxed = wanted > room;
  const lower = drawn.map((n, h) => {
    const more = missing[h] ?? 0;
    return n + (lowerRelaxed ? Math.floor((more * Math.max(0, room)) / wanted) : more);
  });
  const box = { lower, upper: planning.populations };
  return { sample: integerAllocation(sampleSize, priorities(planning), box), lowerRelaxed };
}
