/** `export/answers.xlsx`: the data set for people: words instead of codes, numbers as numbers, notes in front. */
import type { CellValue, WriteSheet } from "hucre/xlsx";
import type { Round } from "#survey/round.ts";
import {
  CELL_STYLES,
  LANDSCAPE,
  styledSheet,
  TEXT_FORMAT,
  writeWorkbook,
  type StyledCell,
} from "../io/excel.ts";
import type { DataRow } from "./dataRows.ts";
import { CODEBOOK_COLUMNS, codebookRows } from "./codebook.ts";
import type { Variable } from "./variables.ts";

const HEADINGS: Record<(typeof CODEBOOK_COLUMNS)[number], string> = {
  variable: "Variabel",
  label: "Hvad den er",
  kind: "Slags",
  value: "Værdi i CSV",
  value_label: "Betydning",
  missing: "Tæller ikke med (1)",
  spss_value: "Værdi i SPSS",
};
const WIDTHS: Record<(typeof CODEBOOK_COLUMNS)[number], number> = {
  variable: 20,
  label: 60,
  kind: 12,
  value: 14,
  value_label: 40,
  missing: 12,
  spss_value: 12,
};
const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  weight: "#,##0.00",
  inclusion_probability: "0.0000",
  population: "#,##0",
  stratum_answers: "#,##0",
  case: "0",
};

const lastLetter = (count: number): string =>
  (count > 26 ? String.fromCodePoint(64 + Math.floor((count - 1) / 26)) : "") +
  String.fromCodePoint(65 + ((count - 1) % 26));

/** The word of a category, the number of a number. */
function reader({ name, kind, categories }: Variable): (row: DataRow) => CellValue {
  if (kind !== "category") return (row) => row[name] ?? null;
  const words = new Map(categories.map(({ value, label }) => [value, label]));
  return (row) => words.get(String(row[name] ?? "")) ?? null;
}

function dataSheet(variables: readonly Variable[], rows: readonly DataRow[]): WriteSheet {
  const readers = variables.map(reader);
  const headings = variables.map(
    ({ name }, c) => [`0,${c}`, { value: name, style: CELL_STYLES.heading }] as const,
  );
  return {
    name: "Svar",
    columns: variables.map(({ name, kind }) => ({
      width: kind === "category" ? 22 : 14,
      numFmt: NUMBER_FORMATS[name] ?? TEXT_FORMAT,
    })),
    rows: [variables.map(({ name }) => name), ...rows.map((row) => readers.map((read) => read(row)))],
    cells: new Map(headings),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${lastLetter(variables.length)}${rows.length + 1}` },
  };
}

function codebookSheet(variables: readonly Variable[]): WriteSheet {
  const heading = CODEBOOK_COLUMNS.map((column): StyledCell => [HEADINGS[column], CELL_STYLES.heading]);
  const lines = codebookRows(variables).map((row) =>
    CODEBOOK_COLUMNS.map((column): StyledCell => [row[column] === "" ? null : row[column], CELL_STYLES.text]),
  );
  return {
    ...styledSheet(
      "Kodebog",
      [heading, ...lines],
      CODEBOOK_COLUMNS.map((column) => WIDTHS[column]),
    ),
    freezePane: { rows: 1, columns: 1 },
    pageSetup: LANDSCAPE,
  };
}

function notesSheet(round: Round, notes: readonly string[]): WriteSheet {
  const { title, section, plain } = CELL_STYLES;
  const lines: StyledCell[][] = [
    [[round.title, title]],
    [[`${round.period.label}. Et datasæt til analyse: én række for hver, der har svaret.`, section]],
    ...notes.map((note): StyledCell[] => [
      [null, plain],
      [note, plain],
    ]),
  ];
  return { ...styledSheet("Læs mig", lines, [2, 105]), view: { showGridLines: false }, pageSetup: LANDSCAPE };
}

export const answersWorkbook = (
  round: Round,
  variables: readonly Variable[],
  rows: readonly DataRow[],
  notes: readonly string[],
): Promise<Uint8Array> =>
  writeWorkbook([notesSheet(round, notes), dataSheet(variables, rows), codebookSheet(variables)], {
    title: `${round.title} – datasæt`,
    date: round.field.closes,
  });
