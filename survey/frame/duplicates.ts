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
  const kept = new Map<number, T>();
  const several = new Map<number, T[]>();
  for (const row of rows) {
    const cpr = Number(row.cpr);
    const other = kept.get(cpr);
    if (other === undefined) {
      kept.set(cpr, row);
      continue;
    }
    const all = several.get(cpr) ?? [other];
    several.set(cpr, [...all, row]);
    if (comesBefore(row, other)) kept.set(cpr, row);
  }
  const duplicates = new Map<T, Duplicate>();
  for (const [cpr, same] of several) {
    const keeper = kept.get(cpr);
    for (const row of same)
      if (row !== keeper)
        duplicates.set(row, keeper?.municipality === row.municipality ? "within" : "across");
  }
  return duplicates;
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
