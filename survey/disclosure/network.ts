/**
 * Tables with published totals as a network. Every published or withheld count is a cell that runs from one equation to
 * another: in a two-way table an inner cell from its row to its column, a row total from the column of totals back to its
 * row, a column total from its column to the row of totals. What can be computed from the published counts are then the
 * cuts of the network of withheld cells (Gusfield 1988, SIAM J. Comput. 17:393), which flows find at once.
 */

/** Why a cell is secret, and what must surround it. */
export interface Secret {
  /** A sum that can be computed and has this cell in it must be of at least so many answers. */
  need: number;
  /** How many of its own answers count towards that; 0 where it is the answers themselves that expose. */
  counted: number;
}

export interface NetworkCell {
  id: string;
  /** The equations that the cell stands in, with plus and with minus. */
  from: number;
  to: number;
  answers: number;
  /** What withholding costs; `Infinity` when it is no use (known already) or impossible. */
  cost: number;
  secret: Secret | null;
}

export interface Network {
  /** How many equations. */
  nodes: number;
  cells: readonly NetworkCell[];
}

export type TableCell = Omit<NetworkCell, "from" | "to">;

/** A two-way table; `rows[i][j]` stands in row i and column j, `null` where a zero or a known number is published. */
export interface TwoWayTable {
  rows: readonly (readonly (TableCell | null)[])[];
  rowTotals: readonly (TableCell | null)[];
  columnTotals: readonly (TableCell | null)[];
  total: TableCell | null;
}

const placed = (cell: TableCell | null | undefined, from: number, to: number): NetworkCell[] =>
  cell ? [{ ...cell, from, to }] : [];

/** The network of a two-way table with its totals. Without `columnTotals` and `total` it is a list of separate rows. */
export function tableNetwork({ rows, rowTotals, columnTotals, total }: TwoWayTable): Network {
  const height = rows.length;
  const width = Math.max(columnTotals.length, ...rows.map((row) => row.length));
  const column = (j: number): number => (columnTotals.length === 0 ? height + width : height + j);
  const [totalsColumn, totalsRow] = [height + width, height + width + 1];
  return {
    nodes: height + width + 2,
    cells: [
      ...rows.flatMap((row, i) => row.flatMap((cell, j) => placed(cell, i, column(j)))),
      ...rowTotals.flatMap((cell, i) => placed(cell, totalsColumn, i)),
      ...columnTotals.flatMap((cell, j) => placed(cell, height + j, totalsRow)),
      ...placed(total, totalsRow, totalsColumn),
    ],
  };
}
