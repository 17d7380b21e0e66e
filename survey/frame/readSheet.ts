/** A sheet of an extract as rows of persons: header, municipality, data rows, and what was skipped. */
import { parseCpr } from "../cpr.ts";
import { municipalityOf } from "../municipalities.ts";
import { isBlank, textOf, type Cell, type Sheet } from "./cells.ts";
import {
  fieldOfHeading,
  findHeader,
  missingFields,
  repeatedFields,
  unknownHeadings,
  type Header,
} from "./columns.ts";
import { FIELD_LABELS } from "./fieldLabels.ts";
import { acceptRow, isAccepted, type Acceptance } from "./accepting.ts";
import { FIELDS, type Field } from "./fields.ts";
import type { FileProblem } from "./fileProblems.ts";
import { fold } from "./fold.ts";
import { municipalitiesIn, municipalityOfCell } from "./municipalityName.ts";
import type { RowProblem } from "./problems.ts";
import { createDateReader, dateOrderOf } from "./dateOrder.ts";
import { readRow, type Person, type RowReading } from "./readRow.ts";

/** What a whole run has decided before any file is opened. */
export type Reading = Pick<RowReading, "classify" | "latest" | "referenceDate">;

export interface ExtractRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  municipality: string;
  person: Person | null;
  problems: RowProblem[];
  /** The cells as delivered; kept only where there is a problem. */
  cells: readonly Cell[] | null;
}

export interface ExtractTable {
  sheet: string;
  header: Header;
  rows: ExtractRow[];
  /** Rows, from 1, that hold something but no person: notes, sums, repeated headings. */
  skipped: number[];
  /** Fields that were read from columns which the sheet hides. */
  hiddenFields: Field[];
  /** Problems of the sheet that were accepted. */
  accepted: FileProblem[];
}

export type ReadSheet = { ok: true; table: ExtractTable } | { ok: false; problems: FileProblem[] };

/** The word that marks the example row of the template. */
export const EXAMPLE = "Eksempel";

/** Null when the sheet has no header, as a guide or a list of values has none. */
export function readSheet(
  sheet: Sheet,
  fileName: string,
  reading: Reading,
  acceptances: readonly Acceptance[] = [],
): ReadSheet | null {
  const header = findHeader(sheet.rows, sheet);
  if (header === null) return null;
  const problems = [...columnProblems(header), ...formulaProblems(sheet, header)];
  const { data, skipped } = dataRows(sheet.rows, header);
  if (data.length === 0) problems.push({ code: "no_rows" });
  const owner = ownerOf(sheet, fileName, header, data);
  if (typeof owner === "object" && owner !== null) problems.push(owner);
  const municipality = typeof owner === "string" ? owner : null;
  const accepted = problems.filter(({ code }) => isAccepted(acceptances, code, municipality));
  if (problems.length > accepted.length) {
    const blocking = problems.filter((p) => !accepted.includes(p));
    return { ok: false, problems: blocking.map((p) => ({ ...p, sheet: sheet.name })) };
  }

  const rowReading: RowReading = {
    ...reading,
    header,
    municipality,
    ...dateReaders(sheet, header, data, reading),
  };
  const rows: ExtractRow[] = [];
  for (const index of data) {
    const cells = sheet.rows[index] ?? [];
    const read = readRow(cells, rowReading);
    if (sheet.hiddenRows?.has(index)) read.problems.push({ code: "row_hidden", column: null });
    if (read.municipality === null) {
      return {
        ok: false,
        problems: [{ code: "municipality_rows_unknown", sheet: sheet.name, value: String(index + 1) }],
      };
    }
    const kept = read.problems.length > 0 ? cells : null;
    const { person, municipality: code, problems: found } = read;
    rows.push(
      acceptRow({ row: index + 1, municipality: code, person, problems: found, cells: kept }, acceptances),
    );
  }
  const hiddenFields = FIELDS.filter((field) =>
    header.columns.get(field)?.some((column) => sheet.hiddenColumns?.has(column)),
  );
  return { ok: true, table: { sheet: sheet.name, header, rows, skipped, hiddenFields, accepted } };
}

/** How the two date columns are read; two-digit years are read in the order of their own column. */
function dateReaders(
  sheet: Sheet,
  header: Header,
  data: readonly number[],
  { latest }: Reading,
): Pick<RowReading, "readTransition" | "readInterview"> {
  const readerOf = (field: Field): RowReading["readTransition"] => {
    const column = header.columns.get(field)?.[0];
    const cells = column === undefined ? [] : data.map((index) => sheet.rows[index]?.[column] ?? null);
    return createDateReader({ dateSystem: sheet.dateSystem, latest, order: dateOrderOf(cells, latest) });
  };
  return { readTransition: readerOf("transition"), readInterview: readerOf("interview") };
}

/** Formulas in the columns that are read, whose values cannot be taken as they are. */
function formulaProblems(sheet: Sheet, header: Header): FileProblem[] {
  const columns = new Set([...header.columns.values()].flat());
  const own = (sheet.formulas ?? []).filter(({ row, column }) => row > header.row && columns.has(column));
  return (["uncalculated", "external"] as const).flatMap((kind) => {
    const [first, ...others] = own.filter((formula) => formula.kind === kind);
    if (first === undefined) return [];
    const more = others.length > 0 ? `, +${others.length}` : "";
    const letter = String.fromCodePoint(65 + (first.column % 26));
    const name =
      first.column < 26 ? letter : `${String.fromCodePoint(64 + Math.floor(first.column / 26))}${letter}`;
    return [problem(`formula_${kind}`, `${name}${first.row + 1}${more}`)];
  });
}

const labels = (fields: readonly Field[]): string =>
  fields.map((field) => `»${FIELD_LABELS[field]}«`).join(", ");

function columnProblems(header: Header): FileProblem[] {
  const [missing, repeated] = [missingFields(header), repeatedFields(header)];
  const problems: FileProblem[] = [];
  if (missing.length > 0)
    problems.push({
      ...problem("column_missing", labels(missing)),
      unknownHeadings: unknownHeadings(header),
    });
  if (repeated.length > 0) problems.push(problem("column_repeated", labels(repeated)));
  return problems;
}

const problem = (code: FileProblem["code"], value: string): FileProblem => ({ code, value });

/** Which rows under the header hold a person, by index. */
function dataRows(rows: Sheet["rows"], header: Header): { data: number[]; skipped: number[] } {
  const data: number[] = [];
  const skipped: number[] = [];
  const columns = { cpr: header.columns.get("cpr")?.[0] ?? 0, telling: tellingColumns(header) };
  for (let index = header.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (isBlank(cells)) continue;
    const kind = kindOf(cells, columns);
    if (kind === "person") data.push(index);
    if (kind === "other") skipped.push(index + 1);
  }
  return { data, skipped };
}

/** Columns that say something about a person; the municipality's may stand in every line, sums included. */
const tellingColumns = ({ columns }: Header): number[] =>
  [...columns].flatMap(([field, [column]]) =>
    field === "cpr" || field === "municipality" || column === undefined ? [] : [column],
  );

/**
 * A row is a person's when its CPR cell reads as a CPR number or at least two other columns are filled; a lone text or
 * sum is a note. The template's example row is neither.
 */
function kindOf(cells: readonly Cell[], { cpr, telling }: Columns): "person" | "other" | "example" {
  const cell = cells[cpr] ?? null;
  if (typeof cell === "string" && TEN_DIGITS.test(cell) && filledOf(cells, telling) >= 2) return "person";
  const text = textOf(cell);
  if (parseCpr(typeof cell === "number" ? cell : text).ok) return "person";
  if (fold(text).startsWith(fold(EXAMPLE))) return "example";
  if (fieldOfHeading(text) === "cpr") return "other";
  return filledOf(cells, telling) >= 2 ? "person" : "other";
}

interface Columns {
  cpr: number;
  telling: readonly number[];
}

/** What nearly every row has, and neither an example nor a heading. */
const TEN_DIGITS = /^\d{10}$/;

/** How many of the columns are filled, up to two. */
function filledOf(cells: readonly Cell[], columns: readonly number[]): number {
  let filled = 0;
  for (const column of columns) {
    if (textOf(cells[column]) !== "") filled++;
    if (filled === 2) break;
  }
  return filled;
}

/**
 * The municipality of the sheet: what file name, sheet name and a column with one value say together; what the rows
 * above the header say when those are silent. Null: a column names one row by row. A problem when they disagree.
 */
function ownerOf(
  sheet: Sheet,
  fileName: string,
  header: Header,
  data: readonly number[],
): string | null | FileProblem {
  const column = header.columns.get("municipality")?.[0];
  const inColumn = new Set<string>();
  if (column !== undefined) {
    for (const index of data) {
      const code = municipalityOfCell(sheet.rows[index]?.[column]);
      if (code !== null) inColumn.add(code);
    }
  }
  const named = new Set([...municipalitiesIn(fileName), ...municipalitiesIn(sheet.name)]);
  if (inColumn.size === 1) for (const code of inColumn) named.add(code);
  if (named.size === 0 && inColumn.size > 1) return null;
  if (named.size === 0) {
    const titles = sheet.rows.slice(0, header.row).flat().map(textOf).join(" · ");
    for (const code of municipalitiesIn(titles)) named.add(code);
  }
  const [code, ...others] = named;
  if (code === undefined) return { code: "municipality_unknown" };
  if (others.length === 0) return code;
  return problem("municipality_ambiguous", [...named].toSorted().map(nameOf).join(", "));
}

/** `0751 Aarhus`. */
export const nameOf = (code: string): string => `${code} ${municipalityOf(code)?.name ?? ""}`.trim();
