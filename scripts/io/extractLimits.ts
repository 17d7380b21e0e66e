/** How large an extract may be: far above any municipality's, far below what a machine cannot hold. */

/** A workbook of 100,000 rows and twenty columns is about a third of this. */
export const MOST_FILE_BYTES = 48_000_000;
export const MOST_ROWS = 400_000;
export const MOST_COLUMNS = 512;
/** Cells of the rectangle from A1 to the last filled row and column. */
export const MOST_CELLS = 6_000_000;

/** Whether a sheet reaches beyond any extract. */
export const reachesTooFar = ({ rows, columns }: { rows: number; columns: number }): boolean =>
  rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS;
