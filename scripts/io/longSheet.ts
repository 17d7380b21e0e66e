/**
 * Sheets with thousands of styled rows and comments. The library makes several objects of each cell and a text of its style,
 * which takes ten times as long as writing the cell. Here it writes everything else, and one probe of each style and one of
 * a comment; rows and comments come in the probes' place, with the numbers that the library has given to the styles.
 */
import { colToLetter, type CellStyle, type WriteSheet } from "hucre/xlsx";
import { heightOf, LINE_POINTS } from "./excel.ts";
import { commentParts, type CellComment } from "./sheetComments.ts";
import { textElement } from "./xmlText.ts";
import type { EntryChanges } from "./zipEntry.ts";

export type LongCell = readonly [string | number, CellStyle];

export interface LongSheet {
  /** For the library, with no more than the probes. */
  sheet: WriteSheet;
  /** What comes into the workbook that the library has written, where this is the sheet with that number, from 1. */
  changes: (number: number) => EntryChanges;
}

/** `widths` in characters; comments in the order of their rows. */
export function longSheet(
  name: string,
  lines: readonly (readonly LongCell[])[],
  widths: readonly number[],
  comments: readonly CellComment[],
): LongSheet {
  const styles = [...new Set(lines.flatMap((line) => line.map(([, style]) => style)))];
  const probes = styles.map((style, column) => [`0,${column}`, { value: PROBE, style }] as const);
  const cells: WriteSheet["cells"] & {} = new Map(probes);
  const [first] = comments;
  if (first) cells.set("0,0", { ...cells.get("0,0"), comment: { author: first.author, text: "" } });
  const withRows = (xml: string): string => {
    const numbers = numbersIn(xml);
    const rows = rowsXml(lines, widths, new Map(styles.map((style, i) => [style, numbers[i] ?? ""])));
    return xml.replace(SHEET_DATA, () => `<sheetData>${rows}</sheetData>`);
  };
  return {
    // As many rows as there will be: the sheet's own word of how far it reaches.
    sheet: { name, rows: lines.map(() => []), cells, columns: widths.map((width) => ({ width })) },
    changes: (number) =>
      new Map([[`xl/worksheets/sheet${number}.xml`, withRows], ...commentParts(comments, number)]),
  };
}

const PROBE = 1;
const SHEET_DATA = /<sheetData>.*<\/sheetData>/s;

/** What the probes' cells say of their style: ` s="3"`, or nothing for the first. @throws RangeError when there is no probe. */
function numbersIn(xml: string): string[] {
  const [rows] = SHEET_DATA.exec(xml) ?? [];
  const found = rows?.matchAll(/<c r="[A-Z]+1"( s="\d+")?><v>1<\/v><\/c>/g) ?? [];
  const numbers = Array.from(found, ([, number = ""]) => number);
  if (numbers.length === 0) throw new RangeError("the sheet has lost its probes");
  return numbers;
}

/** Lists of pieces, joined at the end: adding text to text costs four times as much. */
function rowsXml(
  lines: readonly (readonly LongCell[])[],
  widths: readonly number[],
  numbers: ReadonlyMap<CellStyle, string>,
): string {
  const starts = widths.map((_, column) => `<c r="${colToLetter(column)}`);
  const rows = lines.map((line, index) => {
    const row = String(index + 1);
    const height = heightOf(line, widths);
    const pieces = ['<row r="', row, height > LINE_POINTS ? `" ht="${height}" customHeight="1">` : '">'];
    line.forEach(([value, style], column) => {
      pieces.push(starts[column] ?? "", row, '"', numbers.get(style) ?? "");
      if (typeof value === "number") pieces.push("><v>", String(value), "</v></c>");
      else if (value === "") pieces.push("/>");
      else pieces.push(' t="inlineStr"><is>', textElement(value), "</is></c>");
    });
    pieces.push("</row>");
    return pieces.join("");
  });
  return rows.join("");
}
