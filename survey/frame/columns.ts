/** Which column of an extract is which: the header is found under title rows, headings are known by their spellings. */
import { textOf, type Cell, type Merge, type Sheet } from "./cells.ts";
import { FIELDS, REQUIRED_FIELDS, type Field } from "./fields.ts";
import { fold } from "./fold.ts";
import { HEADINGS } from "./headings.ts";

export interface Header {
  /** Place of the header among the sheet's rows, from 0. */
  row: number;
  /** The columns of each field, from 0. A field that may come in several columns (phone) has more than one. */
  columns: ReadonlyMap<Field, readonly number[]>;
  /** Headings as they stand in the file, by column. */
  headings: readonly string[];
}

/** The header stands among the first rows; deeper down a row that looks like one is data. */
const HEADER_WITHIN = 40;
const ENOUGH_FIELDS = 3;

const fieldOf = new Map<string, Field>();
for (const field of FIELDS) for (const heading of HEADINGS[field]) fieldOf.set(fold(heading), field);

/** The field a heading names, or null. »CPR-nr. (10 cifre)«, »Passiv pr. 1. august 2026 (ja/nej)« are read too. */
export function fieldOfHeading(heading: string): Field | null {
  const folded = fold(heading.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, " "));
  const bare = folded
    .replace(/ (ja nej|j n)$/, "")
    .replace(/ (pr|per|den|d|paa|ultimo|primo) \d.*$/, "")
    .replace(/( \d+)+$/, "");
  return fieldOf.get(folded) ?? fieldOf.get(bare) ?? null;
}

/**
 * The header of a sheet: the row with most known headings, CPR among them, within the first 40 rows. Null when no row
 * has three known headings. A heading that is merged over several rows stands in each of them. A hidden column is read
 * like any other, but gives way to a visible one of the same field.
 */
export function findHeader(
  rows: Sheet["rows"],
  layout: Pick<Sheet, "merges" | "hiddenColumns"> = {},
): Header | null {
  let best: Header | null = null;
  const hidden = layout.hiddenColumns ?? new Set<number>();
  withMerged(rows.slice(0, HEADER_WITHIN), layout.merges ?? []).forEach((cells, row) => {
    const headings = cells.map((cell) => (typeof cell === "string" ? textOf(cell) : ""));
    const columns = visibleFirst(columnsOf(headings), hidden);
    if (!columns.has("cpr") || columns.size < ENOUGH_FIELDS) return;
    if (best === null || columns.size > best.columns.size) best = { row, columns, headings };
  });
  return best;
}

/** The rows with the text of every cell that is merged downwards in each of its rows. */
function withMerged(rows: Sheet["rows"], merges: readonly Merge[]): (readonly Cell[])[] {
  const filled: Cell[][] = rows.map((row) => row.slice());
  for (const { top, left, bottom } of merges) {
    const text = filled[top]?.[left] ?? null;
    for (let row = top + 1; row <= bottom && row < filled.length; row++) {
      const cells = filled[row] ?? [];
      while (cells.length <= left) cells.push(null);
      cells[left] ??= text;
    }
  }
  return filled;
}

function visibleFirst(columns: Map<Field, number[]>, hidden: ReadonlySet<number>): Map<Field, number[]> {
  for (const [field, places] of columns) {
    const visible = places.filter((column) => !hidden.has(column));
    if (visible.length > 0) columns.set(field, visible);
  }
  return columns;
}

/** A municipality that has one column for both the benefit and the category names it after either. */
function columnsOf(headings: readonly string[]): Map<Field, number[]> {
  const columns = new Map<Field, number[]>();
  headings.forEach((heading, column) => {
    const field = fieldOfHeading(heading);
    if (field) columns.set(field, [...(columns.get(field) ?? []), column]);
  });
  const category = columns.get("category");
  if (category && !columns.has("benefit")) {
    columns.set("benefit", category);
    columns.delete("category");
  }
  return columns;
}

/** Required fields that have no column. */
export const missingFields = (header: Header): Field[] =>
  REQUIRED_FIELDS.filter((field) => !header.columns.has(field));

/** Fields that more than one column claims; only phone numbers may come in several. */
export const repeatedFields = (header: Header): Field[] =>
  FIELDS.filter((field) => field !== "phone" && (header.columns.get(field)?.length ?? 0) > 1);

/** Headings that no field is known by. */
export const unknownHeadings = (header: Header): string[] =>
  header.headings.filter((heading) => heading !== "" && fieldOfHeading(heading) === null);
