/**
 * The rows of a plain worksheet, by two patterns: a row, and a cell as spreadsheet programs write those of a list, with its
 * address, in order, holding a text, a number or a truth value (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4).
 */
import type { Cell } from "#survey/frame/cells.ts";
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from "../extractLimits.ts";

export interface PlainSheet {
  rows: Cell[][];
  hiddenRows: Set<number>;
  /** Row, column and style of one number after the other: which of them are dates, the styles say. */
  styled: number[];
  /** The worksheet before and after its rows. */
  around: readonly [before: string, after: string];
}

const [OPEN, CLOSE, EMPTY] = ["<sheetData>", "</sheetData>", "<sheetData/>"];
const ROW = /<row r="(\d{1,7})"((?: [\w:]+="[^"<>]*")*)(\/?)>/y;
const ROW_END = "</row>";
const CELL =
  /<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,5})")?(?: t="(n|s|b|str|inlineStr)")?(?:\/>|><v>([^<&]+)<\/v><\/c>|><is><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/is><\/c>)/y;
const CELL_START = '<c r="';
const HIDDEN = / hidden="(?:1|true)"/;
/** Begins a character written as a number (22.9.2.19). */
const ESCAPE = "_x";
/** Begins a comment, in which the rows may begin or end only seemingly. */
const COMMENT = "<!";

/** Null when anything else stands among the rows, or when they reach further than those of an extract. */
export function readPlainSheet(xml: string, strings: readonly string[]): PlainSheet | null {
  if (xml.includes(ESCAPE)) return null;
  const [start, end] = xml.includes(EMPTY) ? [EMPTY, ""] : [OPEN, CLOSE];
  const [from, to] = [xml.indexOf(start), xml.lastIndexOf(end)];
  const reader = new RowsReader(xml, from + start.length, strings);
  const isRead = from >= 0 && (end === "" || reader.readUntil(to));
  if (!isRead) return null;
  const after = end === "" ? from + start.length : to + end.length;
  const around = [xml.slice(0, from), xml.slice(after)] as const;
  return around.some((text) => text.includes(COMMENT)) ? null : { ...reader.found, around };
}

class RowsReader {
  readonly found: Omit<PlainSheet, "around"> = { rows: [], hiddenRows: new Set(), styled: [] };
  readonly #xml: string;
  readonly #strings: readonly string[];
  #at: number;
  #cells = 0;

  constructor(xml: string, at: number, strings: readonly string[]) {
    this.#xml = xml;
    this.#at = at;
    this.#strings = strings;
  }

  /** False when there is anything but plain rows before `end`. */
  readUntil(end: number): boolean {
    while (this.#at < end) if (!this.#readRow()) return false;
    return this.#at === end;
  }

  #readRow(): boolean {
    const { rows, hiddenRows } = this.found;
    ROW.lastIndex = this.#at;
    const [tag, digits = "", attributes = "", empty] = ROW.exec(this.#xml) ?? [];
    const index = Number(digits) - 1;
    if (tag === undefined || index < rows.length || index >= MOST_ROWS) return false;
    this.#at += tag.length;
    if (HIDDEN.test(attributes)) hiddenRows.add(index);
    if (empty === "/") return true;
    const cells = this.#readCells(index, digits);
    if (!this.#xml.startsWith(ROW_END, this.#at)) return false;
    this.#at += ROW_END.length;
    this.#cells += cells.length;
    if (cells.length > 0) {
      while (rows.length < index) rows.push([]);
      rows.push(cells);
    }
    return this.#cells <= MOST_CELLS;
  }

  /** The cells up to the first that is not plain, or to the end of the row: what follows tells which. */
  #readCells(index: number, row: string): Cell[] {
    const cells: Cell[] = [];
    const rowInAddress = `${row}"`;
    CELL.lastIndex = this.#at;
    for (let found = CELL.exec(this.#xml); found !== null; found = CELL.exec(this.#xml)) {
      const [, letters = "", style, type = "n", value, inline] = found;
      const column = columnOf(letters);
      const isInRow = this.#xml.startsWith(rowInAddress, this.#at + CELL_START.length + letters.length);
      if (!isInRow || column < cells.length || column >= MOST_COLUMNS) break;
      if (value !== undefined || inline !== undefined) {
        const cell = valueOf(type, value, inline, this.#strings);
        if (cell === null) break;
        while (cells.length < column) cells.push(null);
        cells.push(cell);
        if (type === "n" && style !== undefined) this.found.styled.push(index, column, Number(style));
      }
      this.#at = CELL.lastIndex;
    }
    return cells;
  }
}

/** From 0. */
function columnOf(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64;
  return number - 1;
}

/** Null when type and value do not go together. */
function valueOf(
  type: string,
  value: string | undefined,
  inline: string | undefined,
  strings: readonly string[],
): Cell {
  if (type === "inlineStr") return inline ?? null;
  if (value === undefined) return null;
  if (type === "s") return strings[Number(value)] ?? null;
  if (type === "str") return value;
  if (type === "b") return value === "1" ? true : value === "0" ? false : null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}
