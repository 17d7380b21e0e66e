/** `frame/quality-<code>.xlsx`: what goes back to a municipality about its own extract, in Danish. */
import type { WriteSheet } from "hucre/xlsx";
import type { IsoDate } from "#survey/dates.ts";
import { FIELD_LABELS } from "#survey/frame/fieldLabels.ts";
import type { Field } from "#survey/frame/fields.ts";
import { fileProblemHow, fileProblemSays, withValue } from "#survey/frame/fileProblems.ts";
import type { FlowRow } from "#survey/frame/flow.ts";
import type { MunicipalityExtract } from "#survey/frame/municipalityExtract.ts";
import { SEVERITIES, type Severity } from "#survey/frame/problems.ts";
import {
  deliveredFields,
  flowLines,
  groupProblems,
  markedRows,
  type MarkedRow,
} from "#survey/frame/quality.ts";
import type { Municipality } from "#survey/municipalities.ts";
import { CELL_STYLES, LANDSCAPE, styledSheet, writeWorkbook, type StyledCell } from "../io/excel.ts";
import { longSheet, type LongCell, type LongSheet } from "../io/longSheet.ts";
import type { CellComment } from "../io/sheetComments.ts";
import { changeEntries } from "../io/zipEntry.ts";

export const SEVERITY_NAMES: Record<Severity, string> = {
  block: "Skal rettes",
  warning: "Bør rettes",
  note: "Til orientering",
};

/** Row numbers shown in the summary; the sheet »Rækker« has them all. */
const FIRST_ROWS = 10;
const LISTED_KINDS = 200;

export interface QualityInput {
  municipality: Municipality;
  extract: MunicipalityExtract;
  /** The municipality's part of the flow; empty when the extract is blocked. */
  flow: readonly FlowRow[];
  referenceDate: IsoDate;
}

export async function qualityWorkbook(input: QualityInput): Promise<Uint8Array> {
  const marked = markedRows(input.extract);
  const title = `Gennemgang af udtræk – ${input.municipality.fullName}`;
  const properties = { title, date: input.referenceDate };
  const summary = summarySheet(input);
  if (marked.length === 0) return writeWorkbook([summary], properties);
  const { sheet, changes } = rowsSheet(input.extract, marked);
  return changeEntries(await writeWorkbook([summary, sheet], properties), changes(2));
}

function summarySheet({ municipality, extract, flow }: QualityInput): WriteSheet {
  const { title, section, plain, strong, heading } = CELL_STYLES;
  const verdict = extract.blocked
    ? "Udtrækket kan ikke bruges, før det, der er mærket »Skal rettes«, er rettet. Ret det, og send hele udtrækket igen."
    : "Udtrækket kan bruges. Tak for hjælpen.";
  const lines: StyledCell[][] = [
    [[`Gennemgang af udtræk fra ${municipality.fullName}`, title]],
    [[verdict, strong]],
    [[`Filer: ${extract.files.join(", ")}`, plain]],
    [],
    [["Fra modtagne rækker til dem, der kan blive spurgt", section]],
  ];
  if (extract.blocked)
    lines.push([
      ["Modtagne rækker", strong],
      [extract.received, strong],
    ]);
  for (const { label, n, strong: bold } of flow.length > 0 ? flowLines(flow) : [])
    lines.push([
      [label, bold ? strong : plain],
      [n, bold ? strong : plain],
    ]);
  lines.push([], [["Hvad vi har set", section]]);
  lines.push(["Hvad", "Antal", "Betydning", "Sådan gør I", "Hvor"].map((text) => [text, heading] as const));
  lines.push(...problemLines(extract));
  return {
    ...styledSheet("Resumé", lines, [58, 10, 16, 58, 46]),
    view: { showGridLines: false },
    pageSetup: LANDSCAPE,
  };
}

function problemLines(extract: MunicipalityExtract): StyledCell[][] {
  const { plain, block } = CELL_STYLES;
  const lines: StyledCell[][] = extract.fileProblems.map(({ file, problem }) => {
    const where = problem.sheet ? `${file}, arket »${problem.sheet}«` : file;
    return [
      [fileProblemSays(problem, "da"), plain],
      [1, plain],
      [SEVERITY_NAMES.block, block],
      [fileProblemHow(problem.code, "da"), plain],
      [where, plain],
    ];
  });
  for (const { problem, severity, text, rows } of groupProblems(extract).slice(0, LISTED_KINDS)) {
    lines.push([
      [withValue(text.da.what, problem.value), plain],
      [rows.length, plain],
      [SEVERITY_NAMES[severity], CELL_STYLES[severity]],
      [withValue(text.da.how, problem.value), plain],
      [whereOf(rows), plain],
    ]);
  }
  for (const { place, rows } of extract.skipped) {
    lines.push([
      ["Rækker uden en borger (noter, summer) er sprunget over.", plain],
      [rows.length, plain],
      [SEVERITY_NAMES.note, CELL_STYLES.note],
      ["I behøver ikke gøre noget, hvis rækkerne ikke er borgere.", plain],
      [whereOf(rows.map((row) => ({ place, row }))), plain],
    ]);
  }
  return lines.length > 0 ? lines : [[["Vi har ingen bemærkninger.", plain]]];
}

function whereOf(rows: readonly { place: string; row: number }[]): string {
  const first = rows.slice(0, FIRST_ROWS);
  const places = [...new Set(first.map(({ place }) => place))].map((place) => {
    const numbers = first.filter((row) => row.place === place).map(({ row }) => row);
    return `${place}, række ${numbers.join(", ")}`;
  });
  return places.join("; ") + (rows.length > first.length ? " …" : "");
}

/** Before the delivered cells: where the row stands and what is wrong with it. */
const ROW_HEADINGS = ["Fil", "Række", "Betydning", "Hvad er der galt?", "Sådan gør I"];
const ROW_WIDTHS = [26, 8, 16, 46, 46];
const CELL_WIDTH = 22;
const AUTHOR = "Borgersvar";

function rowsSheet(extract: MunicipalityExtract, marked: readonly MarkedRow[]): LongSheet {
  const fields = deliveredFields(extract);
  const labels = [...ROW_HEADINGS, ...fields.map((field) => FIELD_LABELS[field])];
  const lines = [
    labels.map((label) => [label, CELL_STYLES.heading] as const),
    ...marked.map((row) => rowLine(row, fields)),
  ];
  const widths = [...ROW_WIDTHS, ...fields.map(() => CELL_WIDTH)];
  const { sheet, changes } = longSheet("Rækker", lines, widths, commentsOf(marked, fields));
  const lastColumn = String.fromCodePoint(64 + labels.length);
  return {
    sheet: {
      ...sheet,
      freezePane: { rows: 1, columns: 2 },
      pageSetup: LANDSCAPE,
      autoFilter: { range: `A1:${lastColumn}${lines.length}` },
    },
    changes,
  };
}

function rowLine(row: MarkedRow, fields: readonly Field[]): LongCell[] {
  const { plain, text } = CELL_STYLES;
  const gravest = SEVERITIES.find((severity) => row.problems.some((p) => p.severity === severity)) ?? "note";
  const joined = (part: "what" | "how"): string => [...new Set(row.problems.map((p) => p[part]))].join(" ");
  return [
    [row.place, plain],
    [row.row, plain],
    [SEVERITY_NAMES[gravest], CELL_STYLES[gravest]],
    [joined("what"), plain],
    [joined("how"), plain],
    ...fields.map((field): LongCell => {
      const severity = row.marks.get(field);
      return [row.cells.get(field) ?? "", severity ? CELL_STYLES[severity] : text];
    }),
  ];
}

/** At each marked cell, under the headings. */
const commentsOf = (marked: readonly MarkedRow[], fields: readonly Field[]): CellComment[] =>
  marked.flatMap((row, i) =>
    fields.flatMap((field, column) =>
      row.marks.has(field)
        ? [{ row: i + 1, column: column + ROW_HEADINGS.length, author: AUTHOR, text: textOfMark(row, field) }]
        : [],
    ),
  );

const textOfMark = (row: MarkedRow, field: Field): string =>
  row.problems
    .filter((problem) => problem.field === field)
    .map(({ what, how }) => `${what} ${how}`)
    .join(" ");
