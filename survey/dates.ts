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
export function isIsoDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return false;
  const [year, month, day] = [digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10)];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 100 && day >= 1 && day <= last;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const EPOCH = 719_468;

/**
 * Days since 1 January 1970, counted in years that begin in March, so that the leap day is the last (H. Hinnant,
 * »chrono-compatible low-level date algorithms«, `days_from_civil`). @throws RangeError when the text is no date.
 */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = parts(date);
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
  const [fy, fm, fd] = parts(from);
  const [ty, tm, td] = parts(to);
  const months = (ty - fy) * 12 + (tm - fm);
  return td >= fd ? months : months - 1;
}

/** Whole years from birth to the date: the age. */
export const yearsBetween = (from: IsoDate, to: IsoDate): number => Math.floor(monthsBetween(from, to) / 12);

function parts(date: IsoDate): [number, number, number] {
  if (!isIsoDate(date)) throw new RangeError(`not a date: ${date}`);
  return [digitsOf(date, 0, 4), digitsOf(date, 5, 7), digitsOf(date, 8, 10)];
}
