/**
 * What a forecast in the field is not sure of, beside chance. The numbers are planning assumptions; bench/forecast.ts shows
 * what they do to the calibration when the truth is another.
 */

/**
 * How many fully followed invitations the expected response rate weighs. Between the municipalities of 2024 the rates lay
 * from .23 to .45, a standard deviation of about .05: as Beta distributions that is p (1 − p) / .05² − 1 ≈ 80.
 */
export const PRIOR_WEIGHT = 80;

/**
 * The completeness c may in truth be c^exponent: slower, as thought, or faster. At the beginning and the end the three are
 * the same; half-way (.5) they are .42, .5 and .57.
 */
export const CURVE_WAYS: readonly { exponent: number; weight: number }[] = [
  { exponent: 1.25, weight: 0.25 },
  { exponent: 1, weight: 0.5 },
  { exponent: 0.8, weight: 0.25 },
];
