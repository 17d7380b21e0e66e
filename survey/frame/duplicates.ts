/**
 * The same person in several rows, of one municipality or of several: kept once, where the newest transition date is.
 * Ties: who has not left before who has, then the newest interview, then municipality, file and row, so that the order
 * of the files does not matter.
 */
import type { PlacedRow } from "./municipalityExtract.ts";
import type { Person } from "./readRow.ts";

export type PersonRow = PlacedRow & { person: Person };

/** Why a row is not the one that is kept; `within` when the kept one is of the same municipality. */
export type Duplicate = "within" | "across";

/** The rows that are not kept. */
export function findDuplicates(rows: readonly PersonRow[]): Map<PersonRow, Duplicate> {
  const kept = new Map<string, PersonRow>();
  for (const row of rows) {
    const other = kept.get(row.person.cpr.digits);
    if (other === undefined || comesBefore(row, other)) kept.set(row.person.cpr.digits, row);
  }
  const duplicates = new Map<PersonRow, Duplicate>();
  for (const row of rows) {
    const keeper = kept.get(row.person.cpr.digits);
    if (keeper === undefined || keeper === row) continue;
    duplicates.set(row, keeper.municipality === row.municipality ? "within" : "across");
  }
  return duplicates;
}

/** True when `a` is to be kept rather than `b`. */
function comesBefore(a: PersonRow, b: PersonRow): boolean {
  const [newerTransition, newerInterview] = [
    compare(b.person.transition ?? "", a.person.transition ?? ""),
    compare(b.person.interview ?? "", a.person.interview ?? ""),
  ];
  const order =
    newerTransition ||
    Number(a.person.finished) - Number(b.person.finished) ||
    newerInterview ||
    compare(a.municipality, b.municipality) ||
    compare(a.place, b.place) ||
    a.row - b.row;
  return order < 0;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
