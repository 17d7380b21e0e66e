/**
 * The public tables as a workbook: how to read them, the tables, the data dictionary. Numbers are numbers in the format of
 * what they count; a figure that is not shown is an empty cell, and the columns before it say why.
 */
import type { CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import type { LicenceId } from "#survey/licence.ts";
import type { Kind, PublicTable, Value } from "#survey/presentation/tables/column.ts";
import { dictionaryOf } from "#survey/presentation/tables/dictionary.ts";
import { publicTables } from "#survey/presentation/tables/publicTables.ts";
import { readMe } from "#survey/presentation/tables/readMe.ts";
import type { Results } from "#survey/results.ts";
import { CELL_STYLES, LANDSCAPE, TEXT_FORMAT, writeWorkbook } from "../io/excel.ts";

/** Percent are shares in Excel, so that one can count on with them; differences always carry their sign. */
const FORMATS: Readonly<Record<Kind, string>> = {
  code: TEXT_FORMAT,
  text: TEXT_FORMAT,
  flag: TEXT_FORMAT,
  count: "#,##0",
  percent: "0\\ %",
  score: "0.0",
  percentagePoints: "+0;-0;0",
  scorePoints: "+0.0;-0.0;0.0",
  ratio: "0.00",
  probability: "0.0000",
};

function cellOf(value: Value, kind: Kind): CellValue {
  if (value === null || typeof value === "string") return value;
  if (kind === "flag") return value === 1 ? "ja" : "nej";
  return kind === "percent" ? value / 100 : value;
}

const HEADING_POINTS = 48;

const letterOf = (column: number): string =>
  (column >= 26 ? String.fromCodePoint(64 + Math.floor(column / 26)) : "") +
  String.fromCodePoint(65 + (column % 26));

interface Grid {
  name: string;
  headings: readonly string[];
  columns: readonly { width: number; numFmt: string }[];
  rows: CellValue[][];
  /** Columns that stay in sight when one scrolls to the right. */
  frozen: number;
}

const gridSheet = ({ name, headings, columns, rows, frozen }: Grid): WriteSheet => ({
  name,
  columns: columns.map((column) => ({ ...column })),
  rows: [[...headings], ...rows],
  cells: new Map(headings.map((value, c) => [`0,${c}`, { value, style: CELL_STYLES.heading }])),
  rowDefs: new Map([[0, { height: HEADING_POINTS }]]),
  freezePane: { rows: 1, columns: frozen },
  autoFilter: { range: `A1:${letterOf(headings.length - 1)}${rows.length + 1}` },
  pageSetup: LANDSCAPE,
});

const tableSheet = ({ id, title, columns, rows }: PublicTable): WriteSheet =>
  gridSheet({
    name: title.da,
    headings: columns.map(({ label }) => label.da),
    columns: columns.map(({ width, kind }) => ({ width, numFmt: FORMATS[kind] })),
    rows: rows.map((values) => values.map((value, c) => cellOf(value, columns[c]?.kind ?? "text"))),
    frozen: id === "kommuner" ? 2 : 1,
  });

const DICTIONARY_COLUMNS = [
  ["Tabel / table", 14],
  ["Kolonne / column", 26],
  ["Kode / code", 18],
  ["Betegnelse", 44],
  ["Betydning", 80],
  ["Enhed", 28],
  ["Label", 44],
  ["Meaning", 80],
  ["Unit", 28],
] as const;

const dictionarySheet = (tables: readonly PublicTable[]): WriteSheet =>
  gridSheet({
    name: "Datakatalog",
    headings: DICTIONARY_COLUMNS.map(([heading]) => heading),
    columns: DICTIONARY_COLUMNS.map(([, width]) => ({ width, numFmt: TEXT_FORMAT })),
    rows: dictionaryOf(tables).map(({ table, column, code, label, meaning, unit }) => [
      table,
      column,
      code,
      label.da,
      meaning.da,
      unit.da,
      label.en,
      meaning.en,
      unit.en,
    ]),
    frozen: 2,
  });

const styleOf = (kind: keyof typeof CELL_STYLES): CellStyle => CELL_STYLES[kind];

/** Characters that a line of the notes holds, and its height in points. */
const NOTE_WIDTH = 100;
const LINE_POINTS = 17;
const HEADING_LINE_POINTS = 26;

function readMeSheet(results: Results, licence: LicenceId): WriteSheet {
  const lines = [
    ...readMe(results, licence, "da"),
    { kind: "section" as const, text: "In English" },
    ...readMe(results, licence, "en").slice(1),
  ];
  const height = ({ kind, text }: (typeof lines)[number]): number =>
    kind === "plain" ? Math.ceil(text.length / (NOTE_WIDTH * 0.9)) * LINE_POINTS : HEADING_LINE_POINTS;
  return {
    name: "Læs mig",
    pageSetup: { ...LANDSCAPE, orientation: "portrait" },
    columns: [{ width: NOTE_WIDTH }],
    rows: lines.map(({ text }) => [text]),
    cells: new Map(lines.map(({ text, kind }, i) => [`${i},0`, { value: text, style: styleOf(kind) }])),
    rowDefs: new Map(lines.map((line, i) => [i, { height: height(line) }])),
  };
}

/** The bytes of the workbook. The same results give the same bytes. */
export function resultsWorkbook(results: Results, licence: LicenceId): Promise<Uint8Array> {
  const tables = publicTables(results);
  return writeWorkbook([readMeSheet(results, licence), ...tables.map(tableSheet), dictionarySheet(tables)], {
    title: results.round.title,
    date: results.round.closes,
  });
}
