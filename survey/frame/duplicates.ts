/**
 * The same person in several rows, of one municipality or of several: kept once, where the newest transition date is.
 * Ties: who has not left before who has, then the newest interview, then municipality, file and row, so that the order
 * of the files does not matter.
 */
import type { IsoDate } from "../dates.ts";

/** What decides which of a person's rows is kept. */
export interface PersonRow {
  /** Ten digits. */
  readonly cpr: string;
  /** The same as a number, for looking through a whole frame. */
  readonly cprNumber: number;
  readonly municipality: string;
  /** The file, or `file/sheet`. */
  readonly place: string;
  readonly row: number;
  readonly transition: IsoDate | null;
  readonly interview: IsoDate | null;
  readonly finished: boolean;
}

/** Why a row is not the one that is kept; `within` when the kept one is of the same municipality. */
export type Duplicate = "within" | "across";

/** The rows that are not kept. */
export function findDuplicates<T extends PersonRow>(rows: readonly T[]): Map<T, Duplicate> {
  const repeated = repeatedNumbers(rows);
  const several = new Map<number, T[]>();
  for (const row of rows) {
    if (!repeated.has(row.cprNumber)) continue;
    const same = several.get(row.cprNumber);
    if (same === undefined) several.set(row.cprNumber, [row]);
    else same.push(row);
  }
  const duplicates = new Map<T, Duplicate>();
  for (const same of several.values()) {
    const kept = same.reduce((best, row) => (comesBefore(row, best) ? row : best));
    for (const row of same)
      if (row !== kept) duplicates.set(row, kept.municipality === row.municipality ? "within" : "across");
  }
  return duplicates;
}

/** The numbers that stand in several rows: sorted they stand side by side. */
function repeatedNumbers(rows: readonly PersonRow[]): Set<number> {
  const numbers = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) numbers[i] = row.cprNumber;
  const sorted = numbers.toSorted();
  const repeated = new Set<number>();
  for (let i = 1; i < sorted.length; i++) {
    const number = sorted[i] ?? 0;
    if (number === sorted[i - 1]) repeated.add(number);
  }
  return repeated;
}

/** True when `a` is to be kept rather than `b`. */
function comesBefore(a: PersonRow, b: PersonRow): boolean {
  const order =
    compare(b.transition ?? "", a.transition ?? "") ||
    Number(a.finished) - Number(b.finished) ||
    compare(b.interview ?? "", a.interview ?? "") ||
    compare(a.municipality, b.municipality) ||
    compare(a.place, b.place) ||
    a.row - b.row;
  return order < 0;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
