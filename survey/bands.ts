/** Broad bands of background variables, from the cut points of round.json. Labels are codes; the words are in `texts/`. */
import type { Round } from "./round.ts";

/** The band of people without an interview. */
export const NO_INTERVIEW = "none";

/**
 * The labels of the bands that growing cut points make, in order.
 * @example bandLabels([30, 40]) // ["under-30", "30-39", "40-"]
 */
export function bandLabels(cuts: readonly number[]): string[] {
  const first = cuts[0];
  if (first === undefined) throw new RangeError("bands need at least one cut point");
  const later = cuts.map((from, i) => {
    const next = cuts[i + 1];
    if (next === undefined) return `${from}-`;
    return next === from + 1 ? `${from}` : `${from}-${next - 1}`;
  });
  return [`under-${first}`, ...later];
}

/**
 * The band of a value in whole units (years, weeks, months).
 * @throws RangeError when the value is not a number.
 * @example bandOf(39, [30, 40]) // "30-39"
 */
export function bandOf(value: number, cuts: readonly number[]): string {
  if (Number.isNaN(value)) throw new RangeError("a band needs a number");
  const label = bandLabels(cuts)[cuts.filter((cut) => value >= cut).length];
  if (label === undefined) throw new RangeError("cut points must grow");
  return label;
}

/** The band of months since the latest interview; `null` is somebody without one. */
export const interviewBandOf = (months: number | null, cuts: readonly number[]): string =>
  months === null ? NO_INTERVIEW : bandOf(months, cuts);

/** Every band of a round, by the column that holds it. */
export const bandsOf = ({ bands }: Pick<Round, "bands">) => ({
  age_band: bandLabels(bands.age),
  duration_band: bandLabels(bands.duration),
  interview_band: [...bandLabels(bands.interview), NO_INTERVIEW],
});
