/** Numbers and dates as a Danish reader expects them: `12.345`, `22,3 %`, `1. august 2026`. */
import { dayNumber, type IsoDate } from "#survey/dates.ts";

const formats = new Map<number, Intl.NumberFormat>();

function format(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat("da-DK", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  });
  formats.set(decimals, made);
  return made;
}

/** `12.345` or, with decimals, `12.345,60`. */
export const number = (value: number, decimals = 0): string => format(decimals).format(value);

/** A share between 0 and 1 as `22,3 %`, with a space that does not break. */
export const percent = (share: number, decimals = 0): string => `${number(share * 100, decimals)}\u00a0%`;

/**
 * A probability as whole percent that never claims certainty: `< 1 %` and `> 99 %` at the ends, `0 %` and `100 %` only
 * where it is exactly so.
 */
export function probability(p: number): string {
  if (p > 0 && p < 0.01) return "<\u00a01\u00a0%";
  if (p > 0.99 && p < 1) return ">\u00a099\u00a0%";
  return percent(p);
}

const longDate = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });

/** `1. august 2026`. */
export const date = (day: IsoDate): string => longDate.format(dayNumber(day) * 86_400_000);
