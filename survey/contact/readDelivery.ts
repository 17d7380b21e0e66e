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
import {
  DELIVERY_FIELDS,
  DELIVERY_HEADINGS,
  DELIVERY_WORDS,
  REMARK_HEADINGS,
  type DeliveryField,
} from "./deliveryWords.ts";

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
 * `empty`, `words`: no status, or words that are in no list. `remark`: a person has written something beside the status.
 */
export type DeliveryFault = "nobody" | "cpr" | "code" | "phone" | "empty" | "words" | "remark" | "date";

export interface ReadDelivery {
  rows: DeliveryRow[];
  faults: { row: number; fault: DeliveryFault }[];
}

type Columns = ReadonlyMap<DeliveryField, number>;

/** A further column under which a status may stand, such as »Bemærkning« beside »Status«. */
interface Beside {
  column: number;
  typed: boolean;
}

export interface DeliveryHeader {
  /** From 0. */
  row: number;
  columns: Columns;
  beside: Beside[];
}

const HEADER_WITHIN = 40;
const fieldOf = new Map(
  DELIVERY_FIELDS.flatMap((field) => DELIVERY_HEADINGS[field].map((heading) => [fold(heading), field])),
);
const outcomeOf = new Map(
  DELIVERY_OUTCOMES.flatMap((outcome) => DELIVERY_WORDS[outcome].map((word) => [fold(word), outcome])),
);

const REMARKS: ReadonlySet<string> = new Set(REMARK_HEADINGS.map(fold));

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

const besideIn = (row: readonly Cell[], status: number | undefined): Beside[] =>
  row.flatMap((cell, column) => {
    const heading = typeof cell === "string" ? fold(cell) : "";
    if (column === status || fieldOf.get(heading) !== "status") return [];
    return [{ column, typed: REMARKS.has(heading) }];
  });

/** The header of a report among its first rows; null when no row is one. */
export function deliveryHeader(rows: Sheet["rows"]): DeliveryHeader | null {
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = headingsIn(cells);
    if (isHeader(columns)) return { row, columns, beside: besideIn(cells, columns.get("status")) };
  }
  return null;
}

const isUnknown = (words: string): boolean => words !== "" && !outcomeOf.has(fold(words));

/**
 * What the status and what stands beside it say: »Leveret« with the remark »Afdød« is both. What a program writes beside a
 * status is passed over where no list has it; what a person writes is not.
 */
function outcomesIn(
  cells: readonly Cell[],
  { columns, beside }: DeliveryHeader,
): DeliveryOutcome[] | DeliveryFault {
  const main = textOf(cells[columns.get("status") ?? -1] ?? null);
  const others = beside.map(({ column, typed }) => ({ typed, words: textOf(cells[column] ?? null) }));
  if (isUnknown(main)) return "words";
  if (others.some(({ typed, words }) => typed && isUnknown(words))) return "remark";
  const outcomes = [main, ...others.map(({ words }) => words)].flatMap(
    (words) => outcomeOf.get(fold(words)) ?? [],
  );
  return outcomes.length === 0 ? "empty" : [...new Set(outcomes)];
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
 * The rows under the header. A row that is blank is passed over; any other is read, once for each thing it says, or has a fault.
 * @param latest no date of a report lies after this day
 */
export function readDelivery(
  { rows, dateSystem }: Sheet,
  header: DeliveryHeader,
  latest: IsoDate,
): ReadDelivery {
  const read: ReadDelivery = { rows: [], faults: [] };
  rows.slice(header.row + 1).forEach((cells, i) => {
    const row = header.row + i + 2;
    if (isBlank(cells)) return;
    const cellOf = (field: DeliveryField): Cell => cells[header.columns.get(field) ?? -1] ?? null;
    const outcomes = outcomesIn(cells, header);
    const named = namedIn((field) => textOf(cellOf(field)));
    const date = readDate(cellOf("date"), { dateSystem, latest });
    const later = date.ok && date.date !== null && date.date > latest;
    if (typeof named === "string") read.faults.push({ row, fault: named });
    else if (typeof outcomes === "string") read.faults.push({ row, fault: outcomes });
    else if (!date.ok || later) read.faults.push({ row, fault: "date" });
    else read.rows.push(...outcomes.map((outcome) => ({ row, ...named, outcome, date: date.date })));
  });
  return read;
}
