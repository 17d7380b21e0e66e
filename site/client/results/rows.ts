/** What a chart shows, read from the table that it stands beside. */
import type { Dot, DotRow, LinePoint } from "#survey/presentation/charts/plot.ts";
import { byEstimate } from "#survey/presentation/charts/order.ts";

/** The cells that carry what a chart draws: `"61 58 64"`, `"61"`, or nothing where there is no number. */
const CELLS = "td[data-dot]";

/** The rows of a table. With `sorted` the largest come first and those without numbers last. @param withheld the table's word */
export function rowsOf(table: HTMLTableElement, sorted: boolean, withheld: string): DotRow[] {
  const rows = [...table.querySelectorAll<HTMLTableCellElement>(CELLS)].map((cell) => rowOf(cell, withheld));
  return sorted ? byEstimate(rows) : rows;
}

/** The points of a line; `data-x` says where each stands. */
export const pointsOf = (table: HTMLTableElement): LinePoint[] =>
  [...table.querySelectorAll<HTMLTableCellElement>(CELLS)].map((cell) => ({
    ...rowOf(cell, ""),
    x: Number(cell.dataset["x"]),
  }));

function rowOf(cell: HTMLTableCellElement, withheld: string): DotRow {
  const row = cell.parentElement;
  const mark = cell.querySelector("em");
  const reference = row?.querySelector<HTMLTableCellElement>("td[data-reference]");
  const text = textOf(cell).replace(textOf(mark), "").trim();
  return {
    name: textOf(row?.querySelector("th")),
    text,
    dot: dotOf(cell.dataset["dot"]),
    withheld: text === withheld,
    uncertain: mark !== null,
    reference: dotOf(reference?.dataset["reference"]),
  };
}

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replaceAll(/[ \n]+/g, " ").trim();

/** Reads `"61 58 64"` or `"61"`; an empty text is no dot. */
export function dotOf(text: string | undefined): Dot | null {
  const [estimate, low, high] = (text ?? "").split(" ").filter(Boolean).map(Number);
  if (estimate === undefined) return null;
  return { estimate, limits: low === undefined || high === undefined ? null : [low, high] };
}
