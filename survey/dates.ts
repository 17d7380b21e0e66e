/**
 * Calendar dates without a time or a zone, written `YYYY-MM-DD`. Every date in the survey's data is one of these;
 * only the edge turns a moment into a date (Europe/Copenhagen).
 */
export type IsoDate = string;

const DAY_MS = 86_400_000;
const HYPHEN = 45;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that the digits from `from` to before `to` write; NaN when one is no digit. */
export function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** True when the text is a date that exists in the calendar, from the year 100 on. A frame asks this millions of times. */
export const isIsoDate = (text: string): boolean => dateDigits(text) > 0;

/** The digits of a date as one number, 20260131; 0 when the text is no date. */
export function dateDigits(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return 0;
  const year = digitsOf(text, 0, 4);
  const month = digitsOf(text, 5, 7);
  const day = digitsOf(text, 8, 10);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 100 && day >= 1 && day <= last ? year * 10_000 + month * 100 + day : 0;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const EPOCH = 719_468;

/**
 * Days since 1 January 1970, counted in years that begin in March, so that the leap day is the last (H. Hinnant,
 * »chrono-compatible low-level date algorithms«, `days_from_civil`). @throws RangeError when the text is no date.
 */
export function dayNumber(date: IsoDate): number {
  const digits = digitsOfDate(date);
  const [year, month, day] = [yearIn(digits), monthIn(digits), dayIn(digits)];
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - EPOCH;
}

/** The date that many days since 1 January 1970. */
export function dateOfDayNumber(days: number): IsoDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The date `days` later (earlier when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDayNumber(dayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is the earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** Whole calendar months from `from` to `to` (31 January to 28 February is none, to 1 March is one). */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [first, last] = [digitsOfDate(from), digitsOfDate(to)];
  const months = (yearIn(last) - yearIn(first)) * 12 + monthIn(last) - monthIn(first);
  return dayIn(last) >= dayIn(first) ? months : months - 1;
}

/** Whole years from birth to the date: the age. */
export const yearsBetween = (from: IsoDate, to: IsoDate): number => Math.floor(monthsBetween(from, to) / 12);

/** As `dateDigits`. @throws RangeError when the text is no date. */
function digitsOfDate(date: IsoDate): number {
  const digits = dateDigits(date);
  if (digits === 0) throw new RangeError(`not a date: ${date}`);
  return digits;
}

const yearIn = (digits: number): number => Math.floor(digits / 10_000);
const monthIn = (digits: number): number => Math.floor(digits / 100) % 100;
const dayIn = (digits: number): number => digits % 100;
