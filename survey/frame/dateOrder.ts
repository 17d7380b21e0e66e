/** Reads the dates of one column: the same few hundred cells over and over, and in one order. */
import { textOf, type Cell } from "./cells.ts";
import { certainOrder, readDate, type DateOrder, type DateReading, type ReadDate } from "./readDate.ts";

/**
 * The order that the two-digit years of a column are written in: that of every date which can only be read one way. Null
 * when there is none, or when they disagree: then each date stands for itself.
 */
export function dateOrderOf(cells: Iterable<Cell>, latest: string): DateOrder | null {
  const seen = new Set<string>();
  const orders = new Set<DateOrder>();
  for (const cell of cells) {
    if (typeof cell !== "string" || seen.has(cell)) continue;
    seen.add(cell);
    const order = certainOrder(textOf(cell), latest);
    if (order !== null) orders.add(order);
  }
  const [order, ...others] = orders;
  return order !== undefined && others.length === 0 ? order : null;
}

/** A reader that remembers what it has read. */
export function createDateReader(reading: DateReading): (cell: Cell | undefined) => ReadDate {
  const known = new Map<string | number, ReadDate>();
  const knownDays = new Map<number, ReadDate>();
  const remembered = <K>(place: Map<K, ReadDate>, key: K, cell: Cell): ReadDate => {
    const before = place.get(key);
    if (before !== undefined) return before;
    const read = readDate(cell, reading);
    place.set(key, read);
    return read;
  };
  return (cell) => {
    if (cell instanceof Date) return remembered(knownDays, cell.getTime(), cell);
    if (typeof cell !== "string" && typeof cell !== "number") return readDate(cell, reading);
    return remembered(known, cell, cell);
  };
}
