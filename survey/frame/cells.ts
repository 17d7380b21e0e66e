/** What a spreadsheet cell may hold, and the sheet it stands in. Dates are midnight UTC of the day that is shown. */
export type Cell = string | number | boolean | Date | null;

/** Cells that are shown as one; rows and columns from 0, all inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A formula whose value cannot be taken as it is: never calculated, or fetched from another file. */
export interface Formula {
  row: number;
  column: number;
  kind: "uncalculated" | "external";
}

export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  hidden: boolean;
  /** Which day a date serial counts from: 1 January 1904 on old Macs. */
  dateSystem: "1900" | "1904";
  /** Rows and columns, from 0, that the program does not show; none when absent. */
  hiddenRows?: ReadonlySet<number>;
  hiddenColumns?: ReadonlySet<number>;
  merges?: readonly Merge[];
  formulas?: readonly Formula[];
}

/** A blank other than a single ordinary one. */
const UNEVEN = /[^\S ]|[\u200b]| {2}/;

/** A cell as trimmed text: no-break and zero-width blanks are blanks, a date is `YYYY-MM-DD`. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell !== "string") return String(cell);
  const text = cell.trim();
  return UNEVEN.test(text) ? text.replaceAll(/[\s\u00a0\u200b\u202f\ufeff]+/g, " ").trim() : text;
}

/** True when the cell shows something: nearly always its first character tells. */
export function isFilled(cell: Cell | undefined): boolean {
  if (typeof cell !== "string") return textOf(cell) !== "";
  const first = cell.charCodeAt(0);
  return (first > BLANK && first < LAST_OF_ASCII) || textOf(cell) !== "";
}

const [BLANK, LAST_OF_ASCII] = [32, 127];

/** True when nothing is written in the row. */
export const isBlank = (row: readonly Cell[]): boolean => !row.some(isFilled);
