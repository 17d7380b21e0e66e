/**
 * The expected number of answers: Σ n_h ρ_h, with `invited[h]` citizens of group h who answer with the chance `rates[h]`.
 * @example expectedAnswers([250, 250, 250, 250], [0.28, 0.22, 0.19, 0.15]) // 210
 */
export const expectedAnswers = (invited: readonly number[], rates: readonly number[]): number =>
  invited.reduce((sum, n, group) => sum + n * (rates[group] ?? 0), 0);
