/** What a column of a public table is: its name, what it means in both languages, what its values are. */
import type { ResultLanguage } from "../language.ts";

/** A text in each of the languages that results are shown in. */
export type Bilingual = Readonly<Record<ResultLanguage, string>>;

/** What the values are, so that a program can read them and a workbook can format them. */
export type Kind =
  /** One of a list of codes. */
  | "code"
  /** Words. */
  | "text"
  /** A whole number of people. */
  | "count"
  /** Whole percent, 0 to 100. */
  | "percent"
  /** 0 (worst) to 100 (best), one decimal. */
  | "score"
  /** Percentage points less or more, whole. */
  | "percentagePoints"
  /** Points of a score less or more, one decimal. */
  | "scorePoints"
  /** A ratio, two decimals. */
  | "ratio"
  /** A probability, 0.0001 to 1. */
  | "probability"
  /** 1 = yes, 0 = no. */
  | "flag";

export type Value = string | number | null;

export interface Column<Row> {
  /** The name in .csv files: small English letters and underscores. */
  readonly id: string;
  readonly kind: Kind;
  /** The heading in workbooks. */
  readonly label: Bilingual;
  readonly meaning: Bilingual;
  /** The codes that a value can be, by the list's name in {@link codeLists}. */
  readonly codes?: string;
  /** Characters of the column in a workbook. */
  readonly width: number;
  readonly value: (row: Row) => Value;
}

/** A table of rows that already hold their values: in the order of the columns. */
export interface PublicTable {
  /** The name of its file, without its ending. */
  readonly id: "resultater" | "kommuner" | "forskelle" | "aendringer" | "svardage";
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly columns: readonly Omit<Column<unknown>, "value">[];
  readonly rows: readonly (readonly Value[])[];
}

/** Fills a table: one row a thing, one value a column. */
export function tableOf<Row>(
  head: Pick<PublicTable, "id" | "title" | "about">,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): PublicTable {
  return {
    ...head,
    columns,
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}
