/** Two-way tables for suppressor and auditor: the suppressor gets a network, the auditor equations. Zeros are published. */
import { countSystem, type Count, type Partition } from "#survey/audit/published.ts";
import type { System } from "#survey/audit/system.ts";
import { tableNetwork, type Network } from "#survey/disclosure/network.ts";

export const THRESHOLD = 5;
/** The cost of the reference: 10,000 a cell and its answers. */
const CELL = 10_000;

export interface Table {
  rows: readonly string[];
  cols: readonly string[];
  counts: readonly (readonly number[])[];
  /** Only the row totals are published. */
  rowsOnly?: boolean;
}

export const idOf = (table: Table, i: number, j: number): string => `${table.rows[i]}|${table.cols[j]}`;

export const isSmall = (n: number): boolean => n > 0 && n < THRESHOLD;

export function networkOf(table: Table): Network {
  return tableNetwork({
    rows: table.counts.map((row, i) =>
      row.map((n, j) =>
        n === 0
          ? null
          : {
              id: idOf(table, i, j),
              answers: n,
              cost: CELL + n,
              secret: isSmall(n) ? { need: THRESHOLD, counted: n } : null,
            },
      ),
    ),
    rowTotals: table.rows.map(() => null),
    columnTotals: table.rowsOnly ? [] : table.cols.map(() => null),
    total: null,
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, n) => total + n, 0);

/** What is published of a table, with the totals, when these cells are withheld. */
export function publishedTable(table: Table, withheld: ReadonlySet<string>): System {
  const counts = new Map<string, Count>();
  const partitions: Partition[] = [];
  table.counts.forEach((row, i) => {
    row.forEach((n, j) => {
      const id = idOf(table, i, j);
      const hidden = { kind: "withheld", secret: isSmall(n), upper: Infinity, threshold: THRESHOLD } as const;
      counts.set(id, withheld.has(id) ? hidden : { kind: "known", n });
    });
    const whole = `${table.rows[i]}|Total`;
    counts.set(whole, { kind: "known", n: sum(row) });
    partitions.push({ whole, parts: row.map((_, j) => idOf(table, i, j)) });
  });
  if (table.rowsOnly) return countSystem(counts, partitions);
  table.cols.forEach((name, j) => {
    const whole = `Total|${name}`;
    counts.set(whole, { kind: "known", n: sum(table.counts.map((row) => row[j] ?? 0)) });
    partitions.push({ whole, parts: table.rows.map((_, i) => idOf(table, i, j)) });
  });
  return countSystem(counts, partitions);
}

/** The same for an attacker who does not know what is withheld for its own sake. */
export const unlabelled = (system: System): System => ({
  ...system,
  unknowns: system.unknowns.map((unknown) => ({ ...unknown, lower: 0, secret: true })),
});
