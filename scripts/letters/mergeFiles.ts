/**
 * The merge files of a wave: a workbook for people, the same as CSV for the programs of Digital Post, and the columns
 * that OpenPostbud wants. Nothing in them tells the target group or the benefit.
 */
import { CELL_STYLES, writeWorkbook } from "../io/excel.ts";

export interface MergeRow {
  /** Ten digits as text, no hyphen. */
  CPR: string;
  /** Left out where the municipality has delivered no names. */
  Navn: string;
  Link: string;
  Kode: string;
  /** `20. september 2026`. */
  Svarfrist: string;
}

const COLUMNS = ["CPR", "Navn", "Link", "Kode", "Svarfrist"] as const;
type Column = (typeof COLUMNS)[number];
/** Width in characters; the link is the longest. */
const WIDTHS: Record<Column, number> = { CPR: 12, Navn: 32, Link: 64, Kode: 22, Svarfrist: 20 };
const BOM = "\ufeff";

/** The columns of a municipality: `Navn` only where it has delivered names. */
export const mergeColumns = (named: boolean): Column[] => COLUMNS.filter((c) => named || c !== "Navn");

/** A workbook in which every cell is text, so that no program drops the leading zero of a CPR number. */
export function mergeWorkbook(
  rows: readonly MergeRow[],
  named: boolean,
  writtenOn: string,
): Promise<Uint8Array> {
  const columns = mergeColumns(named);
  const sheet = {
    name: "Flettefil",
    columns: columns.map((c) => ({ header: c, key: c, width: WIDTHS[c], style: CELL_STYLES.text })),
    data: rows.map((row) => Object.fromEntries(columns.map((c) => [c, row[c]]))),
    freezePane: { rows: 1 },
  };
  return writeWorkbook([sheet], { title: "Flettefil", date: writtenOn });
}

const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A CSV text with every field quoted: a program that is told to take quoted fields as text keeps the leading zeros. */
export const lines = (
  separator: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string => `${BOM}${[header, ...rows].map((row) => `${row.map(quote).join(separator)}\r\n`).join("")}`;

/** `flettefil.csv`: semicolons as Danish Excel wants them, UTF-8 with byte order mark. */
export function mergeCsv(rows: readonly MergeRow[], named: boolean): string {
  const columns = mergeColumns(named);
  return lines(
    ";",
    columns,
    rows.map((row) => columns.map((c) => row[c])),
  );
}

/**
 * `flettefil-openpostbud.csv`. OpenPostbud reads commas, wants `Memo Modtager` (ten digits) and `Memo Label` (the subject
 * in the mailbox) and takes every other column as a field of the template.
 */
export function openPostbudCsv(rows: readonly MergeRow[], named: boolean, subject: string): string {
  const fields = mergeColumns(named).filter((c) => c !== "CPR");
  return lines(
    ",",
    ["Memo Modtager", "Memo Label", ...fields],
    rows.map((row) => [row.CPR, subject, ...fields.map((c) => row[c])]),
  );
}
