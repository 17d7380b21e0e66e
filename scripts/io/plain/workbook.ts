/**
 * The cells of plain workbooks: lists of texts, numbers and dates, written as spreadsheet programs write them. Patterns read
 * them several times faster than the library, which reads all XML. Everything that is not a cell is left to the library, and so
 * is every workbook in whose cells anything else stands (formulas, formatted text, entities). Nothing is guessed at.
 */
import { serialToDate } from "hucre";
import type { Cell } from "#survey/frame/cells.ts";
import { readPlainSheet, type PlainSheet } from "./sheet.ts";
import { readPlainStrings } from "./strings.ts";

const STRINGS = "xl/sharedStrings.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
/** In every worksheet, whatever prefix its names have. */
const SHEET_MARK = "sheetData";

export interface PlainWorkbook {
  /** The workbook for the library, with a probe in place of each sheet's cells. */
  rest: ReadonlyMap<string, Uint8Array>;
  /** The cells of the sheet that the library found this probe in; null when it found none. */
  cellsOf: (probe: Probe, dateSystem: DateSystem) => Pick<PlainSheet, "rows" | "hiddenRows"> | null;
}

type DateSystem = "1900" | "1904";
/** The number of the sheet; below it each style that a number of the sheet has, and the number 1 in that style. */
type Probe = readonly (readonly Cell[])[];

/** Null when the workbook is not plain. */
export function plainWorkbook(parts: ReadonlyMap<string, Uint8Array>): PlainWorkbook | null {
  const strings = stringsOf(parts);
  if (strings === null) return null;
  const rest = new Map(parts);
  rest.delete(STRINGS);
  const sheets: PlainSheet[] = [];
  for (const [name, part] of rest) {
    if (!bufferOf(part).includes(SHEET_MARK)) continue;
    const sheet = readPlainSheet(textOf(part), strings);
    if (sheet === null) return null;
    rest.set(name, Buffer.from(sheet.around.join(probeXml(sheets.length, sheet))));
    sheets.push(sheet);
  }
  return {
    rest,
    cellsOf: (probe, dateSystem) => {
      const [[number] = []] = probe;
      const sheet = typeof number === "number" ? sheets[number] : undefined;
      if (sheet === undefined) return null;
      setDates(sheet, probe, dateSystem);
      const { rows, hiddenRows } = sheet;
      return { rows, hiddenRows };
    },
  };
}

/** Null when they are not plain, or not where every spreadsheet program puts them. */
function stringsOf(parts: ReadonlyMap<string, Uint8Array>): string[] | null {
  const relations = parts.get(RELATIONS);
  const isNamed = relations !== undefined && textOf(relations).includes("sharedStrings");
  const part = parts.get(STRINGS);
  if (part === undefined) return isNamed ? null : [];
  return isNamed ? readPlainStrings(textOf(part)) : null;
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);
const textOf = (part: Uint8Array): string => bufferOf(part).toString("utf8");

function probeXml(number: number, { styled }: PlainSheet): string {
  const styles = new Set(styled.filter((_, i) => i % 3 === 2));
  const rows = [`<row r="1"><c r="A1"><v>${number}</v></c></row>`];
  for (const style of styles) {
    const r = rows.length + 1;
    rows.push(`<row r="${r}"><c r="A${r}"><v>${style}</v></c><c r="B${r}" s="${style}"><v>1</v></c></row>`);
  }
  return `<sheetData>${rows.join("")}</sheetData>`;
}

/** Makes dates of the numbers whose style the library reads as that of a date. */
function setDates({ rows, styled }: PlainSheet, probe: Probe, dateSystem: DateSystem): void {
  const dates = new Set(probe.flatMap(([style, one]) => (one instanceof Date ? [style] : [])));
  // A sheet may stand in the workbook twice.
  const numbers = styled.splice(0);
  if (dates.size === 0) return;
  for (let i = 0; i < numbers.length; i += 3) {
    const [row = 0, column = 0, style] = [numbers[i], numbers[i + 1], numbers[i + 2]];
    const cells = rows[row];
    if (cells && dates.has(style)) cells[column] = serialToDate(Number(cells[column]), dateSystem === "1904");
  }
}
