/**
 * How far the filled cells of a worksheet reach, from its XML bytes and before a reader lays out a rectangle for them: one
 * cell in the last corner of a sheet is a few hundred bytes that stand for 17 thousand million cells.
 */

export interface SheetExtent {
  /** The last row and column with something in them, from 1; 0 when the sheet is empty. */
  rows: number;
  columns: number;
  /** `<col>` elements; each may stand for 16,384 columns. */
  columnDefinitions: number;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;
const QUOTE = 34;
const BLANK = 32;
const [LETTER_C, LETTER_R, LETTER_O, LETTER_L, LETTER_W] = [99, 114, 111, 108, 119];

/** Reads tag by tag; what it does not know it passes over. Cells without anything in them do not count. */
export function sheetExtent(xml: Buffer): SheetExtent {
  const extent: SheetExtent = { rows: 0, columns: 0, columnDefinitions: 0 };
  const place = { row: 0, column: 0 };
  for (let at = xml.indexOf(LESS); at >= 0; at = nextTag(xml, at + 1)) {
    const name = localName(xml, at + 1);
    const first = xml[name];
    if (first === LETTER_R && xml[name + 1] === LETTER_O && xml[name + 2] === LETTER_W) {
      place.row = numberAttribute(xml, name + 3) || place.row + 1;
      place.column = 0;
    } else if (first === LETTER_C && endsName(xml[name + 1])) {
      if (takeCell(xml, name + 1, place)) {
        if (place.row > extent.rows) extent.rows = place.row;
        if (place.column > extent.columns) extent.columns = place.column;
      }
    } else if (first === LETTER_C && xml[name + 1] === LETTER_O && xml[name + 2] === LETTER_L) {
      if (endsName(xml[name + 3])) extent.columnDefinitions++;
    }
  }
  return extent;
}

function nextTag(xml: Buffer, from: number): number {
  for (let at = from; at < xml.length; at++) if (xml[at] === LESS) return at;
  return -1;
}

/** Where the name without its prefix begins: `<x:row` is a row too. */
function localName(xml: Buffer, start: number): number {
  for (let at = start; at < start + 12; at++) {
    const byte = xml[at];
    if (byte === COLON) return at + 1;
    if (byte === undefined || byte === BLANK || byte === GREATER || byte === SLASH || byte < BLANK) break;
  }
  return start;
}

const endsName = (byte: number | undefined): boolean =>
  byte === undefined || byte <= BLANK || byte === GREATER || byte === SLASH;

/** Moves to the cell; false when it is an empty one (`<c r="B2" s="1"/>`). A cell may come without its address. */
function takeCell(xml: Buffer, from: number, place: { row: number; column: number }): boolean {
  let at = from;
  let [row, column] = [0, 0];
  for (; at < xml.length && xml[at] !== GREATER; at++) {
    if (xml[at] !== LETTER_R || xml[at + 1] !== 61 || (xml[at - 1] ?? 0) > BLANK) continue;
    for (at += 3; at < xml.length; at++) {
      const byte = xml[at] ?? 0;
      const letter = (byte | 32) - 96;
      if (letter >= 1 && letter <= 26 && byte >= 65) column = Math.min(column * 26 + letter, 1e6);
      else if (byte >= 48 && byte <= 57) row = Math.min(row * 10 + byte - 48, 1e8);
      else break;
    }
  }
  place.column = column || place.column + 1;
  place.row = row || place.row;
  return xml[at - 1] !== SLASH;
}

/** The number of the attribute `r`, or 0. */
function numberAttribute(xml: Buffer, from: number): number {
  for (let at = from; at < xml.length && xml[at] !== GREATER; at++) {
    if (xml[at] !== LETTER_R || xml[at + 1] !== 61 || xml[at + 2] !== QUOTE) continue;
    if ((xml[at - 1] ?? 0) > BLANK) continue;
    let value = 0;
    for (let digit = at + 3; (xml[digit] ?? 0) >= 48 && (xml[digit] ?? 0) <= 57; digit++)
      value = Math.min(value * 10 + (xml[digit] ?? 0) - 48, 1e8);
    return value;
  }
  return 0;
}
