/** Dates as municipal extracts write them: date cells, serials, Danish and ISO text. */
import { dateOfDayNumber, isIsoDate, type IsoDate } from "../dates.ts";
import { textOf, type Cell } from "./cells.ts";

/** `date` is null for an empty cell and for what systems write instead of nothing (1 January 1900, 31 December 9999). */
export type ReadDate = { ok: true; date: IsoDate | null } | { ok: false; reason: "unreadable" | "ambiguous" };

export interface DateReading {
  dateSystem: "1900" | "1904";
  /** No real date lies after this one; it decides which reading of a two-digit year is possible. */
  latest: IsoDate;
}

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
  return readText(text, reading.latest);
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

function readText(text: string, latest: IsoDate): ReadDate {
  const [, a = "", b = "", c = ""] = /^(\d{1,4})[-./ ]+([^\s\d]+|\d{1,2})[-./ ]+(\d{1,4})$/.exec(text) ?? [];
  const month = monthOf(b);
  if (a.length === 4 && c.length <= 2) return dated(isoOf(a, month, c));
  if (a.length > 2 || a === "") return UNREADABLE;
  if (c.length === 4) return dated(isoOf(c, month, a));
  if (c.length !== 2) return UNREADABLE;
  return readShortYear([a, month, c], latest, a.length === 2 && month === b);
}

/** `01-09-26` is 1 September 2026 or 26 September 2001: refused unless only one of them is possible. */
function readShortYear(
  [a, month, c]: readonly [string, string, string],
  latest: IsoDate,
  yearMayComeFirst: boolean,
): ReadDate {
  const dates = [isoOf(`20${c}`, month, a), isoOf(`19${c}`, month, a)];
  if (yearMayComeFirst) dates.push(isoOf(`20${a}`, month, c), isoOf(`19${a}`, month, c));
  const possible = new Set(dates.filter((d) => isIsoDate(d) && d >= EARLIEST && d <= latest));
  if (possible.size > 1) return { ok: false, reason: "ambiguous" };
  const [date] = possible;
  return date === undefined ? UNREADABLE : { ok: true, date };
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
