/** Gauss–Jordan elimination: what follows exactly from the equations, whatever the unknowns are. */
import type { System } from "./system.ts";

/** A combination of the equations: coefficients of the unknowns, in their order, and its value. */
export interface Combination {
  /** The unknown that only this combination has; none before it in the order of elimination is in it. */
  pivot: number;
  coefficients: Float64Array;
  value: number;
}

const ZERO = 1e-9;

/**
 * The reduced row echelon form of a system.
 * @param order the unknowns in the order in which they are eliminated; every one once.
 */
export function eliminate({ unknowns, equations }: System, order: readonly number[]): Combination[] {
  const width = unknowns.length;
  const rows = equations.map(({ places, factors, value }) => {
    const row = new Float64Array(width + 1);
    places.forEach((place, i) => (row[place] = (row[place] ?? 0) + (factors[i] ?? 0)));
    row[width] = value;
    return row;
  });
  const pivots: number[] = [];
  for (const column of order) {
    const at = pivots.length;
    if (at === rows.length) break;
    const best = largest(rows, column, at);
    const pivot = rows[best];
    if (!pivot || Math.abs(pivot[column] ?? 0) < ZERO) continue;
    [rows[at], rows[best]] = [pivot, rows[at] ?? pivot];
    clear(rows, pivot, column);
    pivots.push(column);
  }
  return pivots.map((pivot, i) => {
    const row = rows[i] ?? new Float64Array(width + 1);
    return { pivot, coefficients: row.subarray(0, width), value: row[width] ?? 0 };
  });
}

function largest(rows: readonly Float64Array[], column: number, from: number): number {
  let best = from;
  for (let i = from + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
  }
  return best;
}

/** Makes the pivot 1 and takes its column out of every other row. */
function clear(rows: readonly Float64Array[], pivot: Float64Array, column: number): void {
  const scale = pivot[column] ?? 1;
  const filled: number[] = [];
  for (let j = 0; j < pivot.length; j++) {
    const value = (pivot[j] ?? 0) / scale;
    pivot[j] = Math.abs(value) < ZERO ? 0 : value;
    if (pivot[j] !== 0) filled.push(j);
  }
  for (const row of rows) {
    const factor = row[column] ?? 0;
    if (row === pivot || factor === 0) continue;
    for (const j of filled) {
      const value = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
      row[j] = Math.abs(value) < ZERO ? 0 : value;
    }
  }
}
