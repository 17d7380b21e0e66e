/**
 * How alike the answers are to the population in their mix of groups: the R-indicator and its parts (Schouten, Cobben &
 * Bethlehem 2009, Survey Methodology 35; RISQ manual 2.1). Response propensities are the response rates of the groups.
 */

/** A group of the population. */
export interface ResponseGroup {
  /** People in the population. */
  population: number;
  invited: number;
  answered: number;
}

export interface Representativeness {
  /** Answers per invited of each group, 0 to 1. */
  rates: number[];
  /** Mean rate over the population. */
  meanRate: number;
  /** 1 − 2 S(ρ): 1 when every group answers alike. */
  rIndicator: number;
  /** S(ρ) / ρ̄: the bias of a mean is at most this many standard deviations; null without answers. */
  coefficientOfVariation: number | null;
  /**
   * Unconditional partial R of each group, √(N_h / N) (ρ_h − ρ̄): negative where too few answer, so that reminders are best
   * aimed at the most negative.
   */
  partial: number[];
}

/**
 * Groups with nobody in the population or nobody invited are no part of it: their rate is 0 and so is their partial R.
 * S² = Σ N_h (ρ_h − ρ̄)² / (N − 1).
 * @returns null when fewer than two groups have invited people
 */
export function representativeness(groups: readonly ResponseGroup[]): Representativeness | null {
  const asked = groups.map(({ population, invited }) => population > 0 && invited > 0);
  if (asked.filter(Boolean).length < 2) return null;
  const sizes = groups.map(({ population }, h) => (asked[h] ? population : 0));
  const rates = groups.map(({ answered, invited }, h) => (asked[h] ? answered / invited : 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const meanRate = sizes.reduce((sum, size, h) => sum + size * (rates[h] ?? 0), 0) / whole;
  const deviations = rates.map((rate, h) => (asked[h] ? rate - meanRate : 0));
  const squares = sizes.reduce((sum, size, h) => sum + size * (deviations[h] ?? 0) ** 2, 0);
  const spread = Math.sqrt(squares / (whole - 1));
  return {
    rates,
    meanRate,
    rIndicator: 1 - 2 * spread,
    coefficientOfVariation: meanRate === 0 ? null : spread / meanRate,
    partial: sizes.map((size, h) => Math.sqrt(size / whole) * (deviations[h] ?? 0)),
  };
}
