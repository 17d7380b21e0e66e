/** In which order rows stand, and what an order of estimates may say. */
import type { DotRow } from "./plot.ts";

type Ordered = Pick<DotRow, "name" | "dot">;

/**
 * The largest estimate first, equal ones by the order they come in; rows without numbers last, in the order they come in, so
 * that their place says nothing.
 */
export const byEstimate = <T extends Ordered>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (b.dot?.estimate ?? -1) - (a.dot?.estimate ?? -1));

/** Whether two results have intervals that touch, or one that is not defined: then their order is uncertain. */
export function overlaps(a: Ordered, b: Ordered): boolean {
  if (!a.dot?.limits || !b.dot?.limits) return true;
  const [[lowA, highA], [lowB, highB]] = [a.dot.limits, b.dot.limits];
  return lowA <= highB && lowB <= highA;
}

/**
 * How many rows with a number overlap with the next one, of how many neighbours there are.
 * @param rows in the order of their estimates.
 */
export function uncertainOrder(rows: readonly Ordered[]): { overlapping: number; neighbours: number } {
  const shown = rows.filter(({ dot }) => dot !== null);
  const pairs = shown.slice(1).map((row, i) => [shown[i] ?? row, row] as const);
  return { overlapping: pairs.filter(([a, b]) => overlaps(a, b)).length, neighbours: pairs.length };
}
