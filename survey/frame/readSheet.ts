/** A sheet of an extract as rows of persons: header, municipality, data rows, and what was skipped. */
import { parseCpr } from "../cpr.ts";
import type { IsoDate } from "../dates.ts";
import { municipalityOf } from "../municipalities.ts";
import { isBlank, isFilled, textOf, type Cell, type Sheet } from "./cells.ts";
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
import { frameRow, type FrameDates, type FrameRow } from "./frame.ts";
import { rowProblem, type RowProblem } from "./problems.ts";
import { createDateReader, dateOrderOf } from "./dateOrder.ts";
import { RowReader, type Person, type RowReading } from "./readRow.ts";

/** What a whole run has decided before any file is opened. */
export type Reading = Pick<RowReading, "classify" | "latest"> & FrameDates;

/** What a caller keeps of the people of a table: a frame has hundreds of thousands. */
export interface Keeper {
  add: (person: FrameRow, transition: IsoDate | null, row: number) => void;
}

export interface ExtractRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  municipality: string;
  person: Person | null;
  problems: RowProblem[];
  /** The cells as delivered, where a problem is shown with them. */
  cells: readonly Cell[] | null;
}

/** A row with something to say about it; its person, if it has one, is among the people too. */
export type ProblemRow = Omit<ExtractRow, "person">;

export interface ExtractTable<K> {
  sheet: string;
  header: Header;
  /** Rows by municipality. */
  received: ReadonlyMap<string, number>;
  people: K;
  problems: readonly ProblemRow[];
  /** Rows, from 1, that hold something but no person: notes, sums, repeated headings. */
  skipped: number[];
  /** Fields that were read from columns which the sheet hides. */
  hiddenFields: Field[];
  /** Problems of the sheet that were accepted. */
  accepted: FileProblem[];
}

export type ReadSheet<K> = { ok: true; table: ExtractTable<K> } | { ok: false; problems: FileProblem[] };

/** The word that marks the example row of the template. */
export const EXAMPLE = "Eksempel";

/** Null when the sheet has no header, as a guide or a list of values has none. */
export function readSheet<K extends Keeper>(
  sheet: Sheet,
  fileName: string,
  reading: Reading,
  people: K,
  acceptances: readonly Acceptance[] = [],
): ReadSheet<K> | null {
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
  const dates = dateReaders(sheet, header, data, reading);
  const reader = new RowReader({ ...reading, header, municipality, ...dates });
  const rows = new RowsTaken(reading, people);
  for (const index of data) {
    const row = readDataRow(sheet, index, reader);
    if (row === null) {
      const problem = {
        code: "municipality_rows_unknown",
        sheet: sheet.name,
        value: String(index + 1),
      } as const;
      return { ok: false, problems: [problem] };
    }
    rows.take(acceptRow(row, acceptances));
  }
  const hiddenFields = FIELDS.filter((field) =>
    header.columns.get(field)?.some((column) => sheet.hiddenColumns?.has(column)),
  );
  const { received, problems: found } = rows;
  return {
    ok: true,
    table: { sheet: sheet.name, header, received, people, problems: found, skipped, hiddenFields, accepted },
  };
}

/** Null when the row does not say whose it is. */
function readDataRow(sheet: Sheet, index: number, reader: RowReader): ExtractRow | null {
  const cells = sheet.rows[index] ?? [];
  const { municipality, person, problems } = reader.read(cells);
  if (municipality === null) return null;
  if (sheet.hiddenRows?.has(index)) problems.push({ code: "row_hidden", column: null });
  const isListed = problems.some(({ code }) => rowProblem(code).unlisted !== true);
  return { row: index + 1, municipality, person, problems, cells: isListed ? cells : null };
}

/** What is kept of the rows of a table. */
class RowsTaken {
  readonly received = new Map<string, number>();
  readonly problems: ProblemRow[] = [];
  readonly #dates: FrameDates;
  readonly #people: Keeper;

  constructor(dates: FrameDates, people: Keeper) {
    this.#dates = dates;
    this.#people = people;
  }

  take({ row, municipality, person, problems, cells }: ExtractRow): void {
    this.received.set(municipality, (this.received.get(municipality) ?? 0) + 1);
    if (person !== null)
      this.#people.add(frameRow(municipality, person, this.#dates), person.transition, row);
    if (problems.length > 0) this.problems.push({ row, municipality, problems, cells });
  }
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
  if (typeof cell === "string" && NUMBER.test(cell) && filledOf(cells, telling) >= 2) return "person";
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

/** What nearly every row has, and neither an example nor a heading: digits, with or without a hyphen. */
const NUMBER = /^\d[\d -]*$/;

/** How many of the columns are filled, up to two. */
function filledOf(cells: readonly Cell[], columns: readonly number[]): number {
  let filled = 0;
  for (const column of columns) {
    if (isFilled(cells[column])) filled++;
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
