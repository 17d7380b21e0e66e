/** Reads a delivery report: which column is which, and what each row says about whom. Nothing is guessed. */
import { parseCode } from "../code.ts";
import { parseCpr } from "../cpr.ts";
import type { IsoDate } from "../dates.ts";
import { isBlank, textOf, type Cell, type Sheet } from "../frame/cells.ts";
import { fold } from "../frame/fold.ts";
import { readDate } from "../frame/readDate.ts";
import { parsePhone } from "../phone.ts";
import type { DeliveryOutcome } from "./delivery.ts";
import { DELIVERY_OUTCOMES } from "./delivery.ts";
import { DELIVERY_FIELDS, DELIVERY_HEADINGS, DELIVERY_WORDS, type DeliveryField } from "./deliveryWords.ts";

/** Whom a row names: every way that the row gives. */
export interface Named {
  /** Ten digits. */
  cpr: string | null;
  /** Canonical. */
  code: string | null;
  /** E.164. */
  phone: string | null;
}

export interface DeliveryRow extends Named {
  /** Row in the sheet, from 1. */
  row: number;
  outcome: DeliveryOutcome;
  date: IsoDate | null;
}

/**
 * `nobody`: no column that names a person is filled in. `cpr`, `code`, `phone`, `date`: what stands there is none.
 * `empty`, `words`: no status, or words that are in no list.
 */
export type DeliveryFault = "nobody" | "cpr" | "code" | "phone" | "empty" | "words" | "date";

export interface ReadDelivery {
  rows: DeliveryRow[];
  faults: { row: number; fault: DeliveryFault }[];
}

type Columns = ReadonlyMap<DeliveryField, number>;

const HEADER_WITHIN = 40;
const fieldOf = new Map(
  DELIVERY_FIELDS.flatMap((field) => DELIVERY_HEADINGS[field].map((heading) => [fold(heading), field])),
);
const outcomeOf = new Map(
  DELIVERY_OUTCOMES.flatMap((outcome) => DELIVERY_WORDS[outcome].map((word) => [fold(word), outcome])),
);

const headingsIn = (row: readonly Cell[]): Columns => {
  const columns = new Map<DeliveryField, number>();
  row.forEach((cell, column) => {
    const field = typeof cell === "string" ? fieldOf.get(fold(cell)) : undefined;
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return columns;
};

/** Names somebody and says what happened: no less is a report. */
const isHeader = (columns: Columns): boolean =>
  columns.has("status") && (columns.has("cpr") || columns.has("code") || columns.has("phone"));

/** The header of a report among its first rows; null when no row is one. */
export function deliveryHeader(rows: Sheet["rows"]): { row: number; columns: Columns } | null {
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = headingsIn(cells);
    if (isHeader(columns)) return { row, columns };
  }
  return null;
}

/** A code as it is typed, or a personal link with the code behind the #. */
const codeIn = (text: string): string => text.slice(text.lastIndexOf("#") + 1);

const identify = <T>(
  text: string,
  fault: DeliveryFault,
  read: (text: string) => T | null,
): T | null | DeliveryFault => (text === "" ? null : (read(text) ?? fault));

function namedIn(text: (field: DeliveryField) => string): Named | DeliveryFault {
  const cpr = identify<string>(text("cpr"), "cpr", (cell) => {
    const parsed = parseCpr(cell);
    return parsed.ok ? parsed.cpr.digits : null;
  });
  const code = identify<string>(text("code"), "code", (cell) => {
    const parsed = parseCode(codeIn(cell));
    return parsed.ok ? parsed.code : null;
  });
  const phone = identify<string>(text("phone"), "phone", (cell) => {
    const parsed = parsePhone(cell);
    return parsed.ok ? parsed.phone : null;
  });
  if (cpr === "cpr" || code === "code") return cpr === "cpr" ? "cpr" : "code";
  // A number that was mistyped is often the very reason of the row: it matters only where nothing else names the person.
  if (phone === "phone") return cpr === null && code === null ? "phone" : { cpr, code, phone: null };
  return cpr === null && code === null && phone === null ? "nobody" : { cpr, code, phone };
}

/**
 * The rows under the header. A row that is blank is passed over; any other is read or has a fault.
 * @param latest no date of a report lies after this day
 */
export function readDelivery(
  { rows, dateSystem }: Sheet,
  header: { row: number; columns: Columns },
  latest: IsoDate,
): ReadDelivery {
  const read: ReadDelivery = { rows: [], faults: [] };
  rows.slice(header.row + 1).forEach((cells, i) => {
    const row = header.row + i + 2;
    if (isBlank(cells)) return;
    const cellOf = (field: DeliveryField): Cell => cells[header.columns.get(field) ?? -1] ?? null;
    const words = textOf(cellOf("status"));
    const outcome = outcomeOf.get(fold(words));
    const named = namedIn((field) => textOf(cellOf(field)));
    const date = readDate(cellOf("date"), { dateSystem, latest });
    const later = date.ok && date.date !== null && date.date > latest;
    if (typeof named === "string") read.faults.push({ row, fault: named });
    else if (outcome === undefined) read.faults.push({ row, fault: words === "" ? "empty" : "words" });
    else if (!date.ok || later) read.faults.push({ row, fault: "date" });
    else read.rows.push({ row, ...named, outcome, date: date.date });
  });
  return read;
}
