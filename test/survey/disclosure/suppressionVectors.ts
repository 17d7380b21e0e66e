/** test/vectors/suppression.json as the tests read it. */
import vectors from "../../vectors/suppression.json" with { type: "json" };
import type { Table } from "./twoWay.ts";

interface Minimal {
  min_secondary: number;
  min_cost_answers: number;
  all_min_sets: string[][];
}

export interface TwoWayVector {
  id: string;
  table: Table;
  primary: string[];
  best: Minimal | null;
}

/** A list that JSON made into `[[]]` or into a flat list is a list of sets all the same. */
export const twoWay: TwoWayVector[] = vectors.two_way.map(
  ({ id, table, primary, exact_and_derived: best }) => ({
    id,
    // one-row: a municipality by itself, without national totals
    table: { ...table, rowsOnly: id.startsWith("one-row") },
    primary,
    best,
  }),
);

export const national: Table = vectors.national_98x4;
export const pilot: Table = vectors.pilot_9x4;
export { vectors };
