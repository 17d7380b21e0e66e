/** Workbooks that we write: one look, and the same bytes for the same content (no clock in the properties). */
import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from "hucre/xlsx";
import type { IsoDate } from "#survey/dates.ts";

/** The font of every cell that names no other. */
export const FONT = { name: "Calibri", size: 11 };
const solid = (rgb: string): CellStyle["fill"] & {} => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { rgb },
});
const THIN_LINE = { style: "thin", color: { rgb: "B8C4CE" } } as const;

/** Text that stays text: Excel neither drops a leading zero nor makes a date of it. */
export const TEXT_FORMAT = "@";
export const DATE_FORMAT = "dd\\-mm\\-yyyy";

export const CELL_STYLES = {
  title: { font: { ...FONT, size: 16, bold: true, color: { rgb: "123B5D" } } },
  section: { font: { ...FONT, size: 12, bold: true, color: { rgb: "123B5D" } } },
  heading: {
    font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: solid("123B5D"),
    alignment: { vertical: "center", wrapText: true },
    border: { bottom: THIN_LINE },
  },
  plain: { alignment: { vertical: "top", wrapText: true } },
  strong: { font: { ...FONT, bold: true }, alignment: { vertical: "top", wrapText: true } },
  text: { numFmt: TEXT_FORMAT, alignment: { vertical: "top" } },
  date: { numFmt: DATE_FORMAT, alignment: { vertical: "top", horizontal: "left" } },
  example: { font: { ...FONT, italic: true, color: { rgb: "6B7580" } } },
  block: {
    numFmt: TEXT_FORMAT,
    fill: solid("F6C9C4"),
    alignment: { vertical: "top", wrapText: true },
  },
  warning: {
    numFmt: TEXT_FORMAT,
    fill: solid("FBE5B0"),
    alignment: { vertical: "top", wrapText: true },
  },
  note: {
    numFmt: TEXT_FORMAT,
    fill: solid("DCE9F5"),
    alignment: { vertical: "top", wrapText: true },
  },
} as const satisfies Record<string, CellStyle>;

/** Printed across the page, as wide as it is, however many pages long. */
export const LANDSCAPE = {
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

export type StyledCell = readonly [CellValue, CellStyle];

export const LINE_POINTS = 15;
const TITLE_POINTS = 22;

/**
 * A sheet of lines of styled cells. Rows are as high as their wrapped text needs in columns of these widths (characters):
 * programs do not agree on finding that out by themselves. A cell that stands alone in its row runs over, unwrapped.
 */
export function styledSheet(
  name: string,
  lines: readonly (readonly StyledCell[])[],
  widths: readonly number[],
): WriteSheet & Required<Pick<WriteSheet, "cells" | "rows">> {
  const cells = new Map<string, { value: CellValue; style: CellStyle }>();
  const rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  lines.forEach((line, row) => {
    line.forEach(([value, style], column) => {
      cells.set(`${row},${column}`, { value, style: line.length === 1 ? unwrapped(style) : style });
    });
    const height = heightOf(line, widths);
    if (height > LINE_POINTS) rowDefs.set(row, { height });
  });
  const rows = lines.map((line) => line.map(([value]) => value));
  return { name, rows, cells, rowDefs, columns: widths.map((width) => ({ width })) };
}

const unwrapped = (style: CellStyle): CellStyle => ({
  ...style,
  alignment: { ...style.alignment, wrapText: false },
});

/** What a row needs in points. */
export function heightOf(line: readonly StyledCell[], widths: readonly number[]): number {
  if (line.length === 1) return line[0]?.[1] === CELL_STYLES.title ? TITLE_POINTS : LINE_POINTS;
  const linesIn = ([value]: StyledCell, column: number): number =>
    typeof value === "string" ? Math.ceil(value.length / (widths[column] ?? 10)) : 1;
  return Math.max(1, ...line.map(linesIn)) * LINE_POINTS;
}

/** `date` stands in the properties as the day the workbook was made: a date of the round, never today. */
export const writeWorkbook = (
  sheets: WriteSheet[],
  properties: { title: string; date: IsoDate },
): Promise<Uint8Array> => {
  const day = new Date(`${properties.date}T00:00:00Z`);
  return writeXlsx({
    sheets,
    defaultFont: FONT,
    properties: { title: properties.title, creator: "Borgersvar", created: day, modified: day },
  });
};
