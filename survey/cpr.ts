/**
 * The CPR number, DDMMYY-SSSS: birth date and sex of a person. The century follows from the seventh digit and the year
 * (CPR-kontoret, »Personnummeret i CPR-systemet«); modulus 11 has not been guaranteed since 1 October 2007 and is
 * information only, never a reason to refuse a person. A day of 61 to 91 marks a replacement number (erstatningsnummer):
 * the day is 60 too high, and the person cannot get Digital Post under it.
 */
import { digitsOf, isIsoDate, yearsBetween, type IsoDate } from "./dates.ts";

export type Sex = "m" | "f";

export interface Cpr {
  /** Ten digits, no hyphen. */
  digits: string;
  birthDate: IsoDate;
  /** Last digit odd: man; even: woman. */
  sex: Sex;
  replacement: boolean;
}

/** Why a cell is no CPR number. `scientific` is text such as »1,01E+09«: the digits are lost for good. */
export type CprFault = "empty" | "characters" | "scientific" | "length" | "date";
export type ParsedCpr = { ok: true; cpr: Cpr } | { ok: false; reason: CprFault };

const REPLACEMENT_DAYS = 60;
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

const fault = (reason: CprFault): ParsedCpr => ({ ok: false, reason });

/**
 * Reads a CPR number as spreadsheets deliver it: ten digits, with or without a hyphen or blanks; nine digits where Excel
 * dropped the leading zero (padded to ten). Eight digits or fewer are never padded.
 */
export function parseCpr(cell: string | number): ParsedCpr {
  const plain = String(cell);
  if (/^\d{9,10}$/.test(plain)) return cprOf(plain.length === 10 ? plain : `0${plain}`);
  if (plain.length === 11 && /^\d{6}-\d{4}$/.test(plain)) return cprOf(plain.slice(0, 6) + plain.slice(7));
  const text = plain
    .replaceAll(/[\s\u00a0\u200b\ufeff]/g, "")
    .replace(/^'/, "")
    .replace(/^(\d{9,10})[.,]0+$/, "$1");
  if (text === "") return fault("empty");
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return fault("scientific");
  const digits = text.replace(/^(\d{5,6})[-\u2010-\u2015](\d{4})$/, "$1$2");
  if (!/^\d+$/.test(digits)) return fault("characters");
  if (digits.length !== 10 && digits.length !== 9) return fault("length");
  return cprOf(digits.padStart(10, "0"));
}

function cprOf(digits: string): ParsedCpr {
  const key = digitsOf(digits, 0, BIRTH_DIGITS);
  const known = births.get(key);
  const birth = known ?? birthOf(digits);
  if (known === undefined) births.set(key, birth);
  if (birth === "none") return fault("date");
  const sex = digits.charCodeAt(9) % 2 === 1 ? "m" : "f";
  return { ok: true, cpr: { digits, birthDate: birth.date, sex, replacement: birth.replacement } };
}

interface Birth {
  date: IsoDate;
  replacement: boolean;
}

/** Date and century. A frame has hundreds of thousands of people, who were born on some twenty thousand days. */
const BIRTH_DIGITS = 7;
const births = new Map<number, Birth | "none">();

function birthOf(digits: string): Birth | "none" {
  const day = digitsOf(digits, 0, 2);
  const replacement = day > REPLACEMENT_DAYS;
  const trueDay = replacement ? String(day - REPLACEMENT_DAYS).padStart(2, "0") : digits.slice(0, 2);
  const date = `${birthYear(digits)}-${digits.slice(2, 4)}-${trueDay}`;
  return isIsoDate(date) ? { date, replacement } : "none";
}

/** The year of birth: the century from the seventh digit and the two of the year. */
function birthYear(digits: string): number {
  const year = digitsOf(digits, 4, 6);
  const seventh = digitsOf(digits, 6, 7);
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return (year <= 36 ? 2000 : 1900) + year;
  return (year <= 57 ? 2000 : 1800) + year;
}

/** Whole years at a date; negative for somebody who is not born yet. */
export const ageAt = (cpr: Pick<Cpr, "birthDate">, date: IsoDate): number =>
  yearsBetween(cpr.birthDate, date);

/** Whether Σ weight · digit is divisible by 11, weights 4 3 2 7 6 5 4 3 2 1. Information only. */
export function passesModulus11(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return sum % 11 === 0;
}
