/**
 * Opens an .xlsx extract. Only the parts that hold cells are handed to the reader, inflated within bounds: pictures, charts,
 * macros, pivot tables, links to other files and whatever else stands in the archive are never parsed.
 */
import { HucreError, ParseError } from "hucre";
import { readXlsx, colToLetter, type Sheet as ReadXlsxSheet } from "hucre/xlsx";
import type { Cell, Formula, Sheet } from "#survey/frame/cells.ts";
import type { FileProblemCode } from "#survey/frame/fileProblems.ts";
import type { OpenedFile } from "#survey/frame/readFile.ts";
import { Archive, ArchiveError, storedArchive } from "./archive.ts";
import { reachesTooFar } from "./extractLimits.ts";
import { plainWorkbook, type PlainWorkbook } from "./plain/workbook.ts";
import { sheetExtent } from "./sheetExtent.ts";

const NO_CELLS =
  /(^|\/)(drawings|media|charts|theme|externalLinks|pivot\w*|slicer\w*|timeline\w*|printerSettings|docProps|customXml|embeddings|persons|threadedComments|tables|ctrlProps|activeX|queryTables|webextensions|richData|worksheets\/_rels)\/|(calcChain|comments\d*|metadata)\.xml$/i;
const HAS_CELLS = /\.(xml|rels)$/i;
/** Neither holds cells, and both may be large. */
const NO_SHEET = /(sharedStrings|styles)\.xml$/i;
/** A reader makes up to 16,384 columns of each. */
const MOST_COLUMN_DEFINITIONS = 500;
/** Excel never writes one; with it a few bytes of text may stand for gigabytes, or for a file of this machine. */
const DOCUMENT_TYPE = ["<!DOCTYPE", "<!ENTITY"];
const EXTERNAL = /\[\d+\]/;

const failed = (code: FileProblemCode): OpenedFile => ({ ok: false, problem: { code } });

export async function openXlsx(bytes: Uint8Array): Promise<OpenedFile> {
  try {
    const parts = partsOf(new Archive(bytes));
    const plain = plainWorkbook(parts);
    const sheets =
      (plain === null ? null : await readSheets(plain.rest, plain.cellsOf)) ?? (await readSheets(parts));
    return sheets === null || sheets.length === 0 ? failed("not_a_workbook") : { ok: true, sheets };
  } catch (error) {
    return failed(codeOf(error));
  }
}

/** All sheets, with the cells that the library has read or with others; null when these lack one. */
async function readSheets(
  parts: ReadonlyMap<string, Uint8Array>,
  cellsOf?: PlainWorkbook["cellsOf"],
): Promise<Sheet[] | null> {
  const range = rangeOf(parts);
  const { sheets: read, dateSystem = "1900" } = await readXlsx(storedArchive(parts), { range });
  const sheets: Sheet[] = [];
  for (const sheet of read) {
    const cells = cellsOf?.(sheet.rows, dateSystem);
    if (cells === null) return null;
    sheets.push({ ...sheetOf(sheet, dateSystem), ...cells });
  }
  return sheets;
}

class Refused extends Error {
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode) {
    super(code);
    this.name = "Refused";
    this.code = code;
  }
}

/** @throws Refused when a part is not what a workbook holds; ArchiveError when the archive is not what it says. */
function partsOf(archive: Archive): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  if (archive.has("mimetype") && !archive.has("[Content_Types].xml")) throw new Refused("not_a_workbook");
  for (const name of archive.names) {
    if (!HAS_CELLS.test(name) || NO_CELLS.test(name)) continue;
    const part = archive.read(name);
    // Nearly no part has an exclamation mark.
    if (part.includes("!") && DOCUMENT_TYPE.some((mark) => part.includes(mark))) throw new Refused("unsafe");
    parts.set(name, part);
  }
  return parts;
}

/** What the reader lays out, as a range of cells. @throws Refused when that is more than an extract has. */
function rangeOf(parts: ReadonlyMap<string, Uint8Array>): string {
  let [rows, columns] = [1, 1];
  for (const [name, part] of parts) {
    if (NO_SHEET.test(name)) continue;
    const extent = sheetExtent(Buffer.from(part.buffer, part.byteOffset, part.length));
    if (reachesTooFar(extent) || extent.columnDefinitions > MOST_COLUMN_DEFINITIONS)
      throw new Refused("too_large");
    rows = Math.max(rows, extent.rows);
    columns = Math.max(columns, extent.columns);
  }
  return `A1:${colToLetter(columns - 1)}${rows}`;
}

function sheetOf(sheet: ReadXlsxSheet, dateSystem: "1900" | "1904"): Sheet {
  const hiddenRows = new Set<number>();
  for (const [row, { hidden }] of sheet.rowDefs ?? []) if (hidden === true) hiddenRows.add(row);
  const hiddenColumns = new Set<number>();
  sheet.columns?.forEach(({ hidden }, column) => hidden === true && hiddenColumns.add(column));
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }));
  return {
    name: sheet.name,
    rows: sheet.rows satisfies Cell[][],
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    dateSystem,
    hiddenRows,
    hiddenColumns,
    merges,
    formulas: formulasOf(sheet),
  };
}

/** Formulas that nobody has calculated, and those whose value came from another file. */
function formulasOf(sheet: ReadXlsxSheet): Formula[] {
  const formulas: Formula[] = [];
  for (const [key, { formula, value }] of sheet.cells ?? []) {
    if (formula === undefined) continue;
    const kind = value === null ? "uncalculated" : EXTERNAL.test(formula) ? "external" : null;
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (kind !== null) formulas.push({ row, column, kind });
  }
  return formulas;
}

/**
 * The reader's own words are for programmers and may quote cells: only the kind of failure is passed on. Whatever it
 * throws on a foreign file is the file's fault.
 */
function codeOf(error: unknown): FileProblemCode {
  if (error instanceof Refused) return error.code;
  if (error instanceof ArchiveError)
    return error.fault === "bomb" ? "bomb" : error.fault === "path" ? "unsafe" : "damaged";
  const says = error instanceof HucreError ? error.message : "";
  if (error instanceof ParseError && /Content_Types|workbook relationship|missing workbook|_rels/.test(says))
    return "not_a_workbook";
  return /cells\), over the|outside the supported sheet/.test(says) ? "too_large" : "damaged";
}
