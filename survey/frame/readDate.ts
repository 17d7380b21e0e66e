/** Dates as municipal extracts write them: date cells, serials, Danish and ISO text. */
import { dateOfDayNumber, isIsoDate, type IsoDate } from "../dates.ts";
import { textOf, type Cell } from "./cells.ts";

/** `date` is null for an empty cell and for what systems write instead of nothing (1 January 1900, 31 December 9999). */
export type ReadDate = { ok: true; date: IsoDate | null } | { ok: false; reason: "unreadable" | "ambiguous" };

export interface DateReading {
  dateSystem: "1900" | "1904";
  /** No real date lies after this one; it decides which reading of a two-digit year is possible. */
  latest: IsoDate;
  /** What the other dates of the column say about two-digit years (`dateOrder.ts`). */
  order?: DateOrder | null;
}

/** `01-09-26` is 1 September 2026 day first, 26 September 2001 year first. */
export type DateOrder = "day first" | "year first";

/** No date of this survey's people lies before this one. */
const EARLIEST = "1970-01-01";
/** Serial of 1 January 1970 in the 1900 system. */
const UNIX_SERIAL = 25_569;
const SERIAL_SHIFT_1904 = 1462;
const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

const UNREADABLE: ReadDate = { ok: false, reason: "unreadable" };

export function readDate(cell: Cell | undefined, reading: DateReading): ReadDate {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? UNREADABLE : dated(textOf(cell));
  if (typeof cell === "number") return readNumber(cell, reading.dateSystem);
  if (typeof cell === "boolean") return UNREADABLE;
  const text = textOf(cell).replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$/, "");
  if (text === "" || /^[-./]+$/.test(text)) return { ok: true, date: null };
  if (/^\d{5}$/.test(text)) return readNumber(Number(text), reading.dateSystem);
  if (/^\d{8}$/.test(text)) return readDigits(text);
  return readText(text, reading);
}

/** A number is a serial, or the digits of a date whose leading zero was dropped. */
function readNumber(value: number, dateSystem: "1900" | "1904"): ReadDate {
  if (value === 0) return { ok: true, date: null };
  const whole = Math.floor(value);
  const digits = String(whole);
  if (whole === value && (digits.length === 7 || digits.length === 8))
    return readDigits(digits.padStart(8, "0"));
  if (whole < 1 || digits.length > 6) return UNREADABLE;
  const shift = dateSystem === "1904" ? SERIAL_SHIFT_1904 : 0;
  return dated(dateOfDayNumber(whole + shift - UNIX_SERIAL));
}

/** YYYYMMDD or DDMMYYYY: never both, since no month is 19 or 20. */
function readDigits(digits: string): ReadDate {
  const yearFirst = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const dayFirst = `${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`;
  return dated(/^(19|20)/.test(digits) && isIsoDate(yearFirst) ? yearFirst : dayFirst);
}

function readText(text: string, reading: DateReading): ReadDate {
  const [, a = "", b = "", c = ""] = /^(\d{1,4})[-./ ]+([^\s\d]+|\d{1,2})[-./ ]+(\d{1,4})$/.exec(text) ?? [];
  const month = monthOf(b);
  if (a.length === 4 && c.length <= 2) return dated(isoOf(a, month, c));
  if (a.length > 2 || a === "") return UNREADABLE;
  if (c.length === 4) return dated(isoOf(c, month, a));
  if (c.length !== 2) return UNREADABLE;
  const short = { first: a, month, last: c, yearMayComeFirst: a.length === 2 && month === b };
  return readShortYear(short, reading);
}

interface ShortYear {
  first: string;
  month: string;
  last: string;
  yearMayComeFirst: boolean;
}

/** Refused unless only one reading is possible, or the column has said which it is. */
function readShortYear(short: ShortYear, { latest, order }: DateReading): ReadDate {
  const [dayFirst, yearFirst] = [
    readingsOf(short, "day first", latest),
    readingsOf(short, "year first", latest),
  ];
  const possible = new Set(
    order === "day first" ? dayFirst : order === "year first" ? yearFirst : [...dayFirst, ...yearFirst],
  );
  if (possible.size > 1) return { ok: false, reason: "ambiguous" };
  const [date] = possible;
  return date === undefined ? UNREADABLE : { ok: true, date };
}

/** The dates that are possible in that order. */
function readingsOf(short: ShortYear, order: DateOrder, latest: IsoDate): IsoDate[] {
  const { first, month, last, yearMayComeFirst } = short;
  if (order === "year first" && !yearMayComeFirst) return [];
  const [year, day] = order === "day first" ? [last, first] : [first, last];
  const dates = [isoOf(`20${year}`, month, day), isoOf(`19${year}`, month, day)];
  return dates.filter((date) => isIsoDate(date) && date >= EARLIEST && date <= latest);
}

/** The only order in which a text with two digits for the year is a possible date; null when there is not one. */
export function certainOrder(text: string, latest: IsoDate): DateOrder | null {
  const [, first = "", month = "", last = ""] = /^(\d{2})[-./ ](\d{1,2})[-./ ](\d{2})$/.exec(text) ?? [];
  if (first === "") return null;
  const short = { first, month, last, yearMayComeFirst: true };
  const [dayFirst, yearFirst] = [
    readingsOf(short, "day first", latest),
    readingsOf(short, "year first", latest),
  ];
  if (dayFirst.length > 0 && yearFirst.length === 0) return "day first";
  return yearFirst.length > 0 && dayFirst.length === 0 ? "year first" : null;
}

const isoOf = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

function monthOf(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const month = MONTHS.indexOf(text.toLowerCase().slice(0, 3));
  return month === -1 ? "00" : String(month + 1);
}

function dated(date: string): ReadDate {
  if (/^(0000|0001|1899|1900|1901|9999)-/.test(date)) return { ok: true, date: null };
  return isIsoDate(date) ? { ok: true, date } : UNREADABLE;
}
