import type { Sampling } from "../round.ts";
import { integerAllocation } from "./integerAllocation.ts";

/** A municipality that takes part in the budget. */
export interface BudgetMunicipality {
  /** Eligible citizens. */
  population: number;
  /** Already drawn: stays as it is. */
  held?: number;
}

/** The bounds of a municipality's sample: minimum … maximum, or everybody where there are fewer. */
const boundsOf = (
  { population, held }: BudgetMunicipality,
  { minimum, maximum }: Pick<Sampling, "minimum" | "maximum">,
): { lower: number; upper: number } =>
  held === undefined
    ? { lower: Math.min(minimum, population), upper: Math.min(maximum, population) }
    : { lower: held, upper: held };

/**
 * Shares a total number of invitations over the municipalities by power allocation (Bankier 1988): n_m ∝ N_m^exponent inside
 * minimum … maximum and N_m, the exact optimum in whole numbers. Exponent 0 gives every municipality the same precision, 1
 * the nation the best (Neyman); .25 to .5 is the usual compromise. The same coefficient of variation is assumed everywhere.
 *
 * @throws InfeasibleAllocationError when the total is less than the smallest samples together, or more than the largest.
 */
export const budgetSizes = (
  municipalities: readonly BudgetMunicipality[],
  sampling: Pick<Sampling, "minimum" | "maximum">,
  { total, exponent }: NonNullable<Sampling["budget"]>,
): number[] => {
  const bounds = municipalities.map((municipality) => boundsOf(municipality, sampling));
  return integerAllocation(
    total,
    municipalities.map(({ population }) => population ** exponent),
    { lower: bounds.map(({ lower }) => lower), upper: bounds.map(({ upper }) => upper) },
  );
};
