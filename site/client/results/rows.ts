/** A dot with its interval, in percent. Without limits the interval is not defined. */
export interface Dot {
  estimate: number;
  limits: readonly [low: number, high: number] | null;
}

/** A row of a table as a chart shows it. */
export interface Row {
  name: string;
  /** The numbers as the table prints them, or the word for why there are none; without the mark of uncertain results. */
  text: string;
  dot: Dot | null;
  reference: Dot | null;
  uncertain: boolean;
}

/** The rows of a table that carry dots. With `sorted` the largest come first and those without numbers last, by name. */
export function rowsOf(table: HTMLTableElement, sorted: boolean): Row[] {
  const rows = [...table.querySelectorAll<HTMLTableCellElement>("td[data-dot]")].map(rowOf);
  if (!sorted) return rows;
  const byName = new Intl.Collator(document.documentElement.lang);
  const size = ({ dot }: Row) => dot?.estimate ?? -1;
  return rows.toSorted((a, b) => size(b) - size(a) || byName.compare(a.name, b.name));
}

function rowOf(cell: HTMLTableCellElement): Row {
  const row = cell.parentElement;
  const mark = cell.querySelector("em");
  const reference = row?.querySelector<HTMLTableCellElement>("td[data-reference]");
  return {
    name: textOf(row?.querySelector("th")),
    text: textOf(cell).replace(textOf(mark), "").trim(),
    dot: dotOf(cell.dataset["dot"]),
    reference: dotOf(reference?.dataset["reference"]),
    uncertain: mark !== null,
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
