/**
 * CPR numbers that no real person has: a birth date that is not 1 January and a serial that fails modulus 11.
 *
 * Real people born on 1 January do have numbers that fail modulus 11, so for the demo's 1-January births the year is one
 * for which CPR-kontoret has given out none: its list (cpr.dk, »Personnumre uden kontrolciffer«, 10 May 2023) names
 * 1 January 1960, 62, 64–67, 69, 70, 74, 75, 78, 80–92, 94 and 95. Numbers of other years passed modulus 11 when given out.
 */
import { passesModulus11, type Sex } from "#survey/cpr.ts";
import { addDays, type IsoDate } from "#survey/dates.ts";
import type { Random } from "./random.ts";

/** Years of birth whose 1 January has no numbers without modulus 11; far from those that nearly ran out. */
const UNUSED_NEW_YEARS = [1961, 1963, 1971, 1972, 1973, 1976, 1977, 2002, 2003, 2004, 2005, 2006];

/** 1 January of a year in which no number of that day fails modulus 11. */
export const syntheticNewYear = (random: Random): IsoDate => `${random.pick(UNUSED_NEW_YEARS)}-01-01`;

export interface CprSource {
  random: Random;
  /** Numbers given out already; the new one is added. */
  used: Set<string>;
}

/** A number of ten digits; any other 1 January than a synthetic one becomes 2 January. */
export function syntheticCpr({ random, used }: CprSource, born: IsoDate, sex: Sex): string {
  const birthDate =
    born.endsWith("-01-01") && !UNUSED_NEW_YEARS.includes(yearOf(born)) ? addDays(born, 1) : born;
  const [year, month, day] = birthDate.split("-");
  for (;;) {
    const serial = `${seventhDigit(random, yearOf(birthDate))}${random.int(0, 99).toString().padStart(2, "0")}`;
    const last = random.int(0, 4) * 2 + (sex === "m" ? 1 : 0);
    const digits = `${day}${month}${year?.slice(2)}${serial}${last}`;
    if (passesModulus11(digits) || passesModulus11(asReplacement(digits)) || used.has(digits)) continue;
    used.add(digits);
    return digits;
  }
}

/** The same number with 60 added to the day: a replacement number (erstatningsnummer). */
export const asReplacement = (cpr: string): string =>
  `${String(Number(cpr.slice(0, 2)) + 60)}${cpr.slice(2)}`;

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** Digits that say the century: 0–3 for the 1900s, 4–9 for the 2000s. */
const seventhDigit = (random: Random, year: number): number =>
  year < 2000 ? random.int(0, 3) : random.int(4, 9);
