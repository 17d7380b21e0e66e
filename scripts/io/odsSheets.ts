/**
 * The sheets of an OpenDocument spreadsheet, from `content.xml`: tag by tag, without a tree, so that a large sheet costs
 * what its rows cost. Runs of empty cells and rows are laid out only where something follows them.
 */
import type { Cell, Formula, Merge, Sheet } from "#survey/frame/cells.ts";
import { MOST_CELLS, MOST_COLUMNS, reachesTooFar } from "./extractLimits.ts";
import { xmlTags, type XmlTag } from "./xmlTags.ts";

/** The sheet reaches beyond any extract. */
export class OdsExtentError extends Error {
  constructor() {
    super("the sheet reaches too far");
    this.name = "OdsExtentError";
  }
}

const CELL = "table:table-cell";
const COVERED = "table:covered-table-cell";
const MOST_BLANKS = 1000;

export function readOdsSheets(xml: string): Sheet[] {
  const reader = new OdsReader();
  for (const tag of xmlTags(xml)) {
    if (tag.kind === "text") reader.text(tag.text);
    else {
      if (tag.kind !== "close") reader.open(tag);
      if (tag.kind !== "open") reader.close(tag.name);
    }
  }
  return reader.sheets;
}

interface OpenSheet {
  name: string;
  hidden: boolean;
  rows: Cell[][];
  columns: number;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  merges: Merge[];
  formulas: Formula[];
}

class OdsReader {
  readonly sheets: Sheet[] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = "";
  #sheet: OpenSheet | null = null;
  #column = 0;
  #row: Cell[] = [];
  #rowTag: XmlTag | null = null;
  #emptyCells = 0;
  #emptyRows = 0;
  #cell: XmlTag | null = null;
  #text = "";
  #paragraphs = 0;
  #notes = 0;

  open(tag: XmlTag): void {
    if (tag.name === "style:style") this.#style = tag.attribute("style:name");
    else if (tag.name === "style:table-properties" && tag.attribute("table:display") === "false")
      this.#hiddenStyles.add(this.#style);
    else if (tag.name === "table:table" && this.#sheet === null) this.#openSheet(tag);
    else if (this.#sheet !== null) this.#openInSheet(tag, this.#sheet);
  }

  #openSheet(tag: XmlTag): void {
    this.#sheet = {
      name: tag.attribute("table:name"),
      hidden: this.#hiddenStyles.has(tag.attribute("table:style-name")),
      rows: [],
      columns: 0,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      merges: [],
      formulas: [],
    };
    this.#column = 0;
    this.#emptyRows = 0;
  }

  #openInSheet(tag: XmlTag, sheet: OpenSheet): void {
    const { name } = tag;
    if (name === "table:table-column") this.#defineColumns(tag, sheet);
    else if (name === "table:table-row") {
      this.#rowTag = tag;
      this.#row = [];
      this.#emptyCells = 0;
    } else if (name === CELL || name === COVERED) {
      this.#cell = tag;
      this.#text = "";
      this.#paragraphs = 0;
    } else if (name === "office:annotation") this.#notes++;
    else if (this.#cell !== null && this.#notes === 0) this.#openInCell(tag);
  }

  #openInCell(tag: XmlTag): void {
    if (tag.name === "text:p" && this.#paragraphs++ > 0) this.#text += "\n";
    else if (tag.name === "text:s")
      this.#text += " ".repeat(Math.min(MOST_BLANKS, timesOf(tag.attribute("text:c"))));
    else if (tag.name === "text:tab" || tag.name === "text:line-break") this.#text += " ";
  }

  #defineColumns(tag: XmlTag, sheet: OpenSheet): void {
    const times = timesOf(tag.attribute("table:number-columns-repeated"));
    const hidden = isHidden(tag) ? Math.min(times, MOST_COLUMNS) : 0;
    for (let i = 0; i < hidden; i++) sheet.hiddenColumns.add(this.#column + i);
    this.#column += times;
  }

  text(text: string): void {
    if (this.#cell !== null && this.#paragraphs > 0 && this.#notes === 0) this.#text += text;
  }

  close(name: string): void {
    const sheet = this.#sheet;
    if (sheet === null) return;
    if (name === "office:annotation") this.#notes--;
    else if ((name === CELL || name === COVERED) && this.#cell !== null) this.#closeCell(this.#cell, sheet);
    else if (name === "table:table-row" && this.#rowTag !== null) this.#closeRow(this.#rowTag, sheet);
    else if (name === "table:table" && this.#rowTag === null) {
      this.sheets.push({ ...sheet, dateSystem: "1900" });
      this.#sheet = null;
    }
  }

  #closeCell(tag: XmlTag, sheet: OpenSheet): void {
    this.#cell = null;
    const times = timesOf(tag.attribute("table:number-columns-repeated"));
    const value = valueOf(tag, this.#text);
    const formula = tag.attribute("table:formula");
    if (value === null && formula === "") {
      this.#emptyCells += times;
      return;
    }
    const columns = this.#row.length + this.#emptyCells + times;
    if (reachesTooFar({ rows: 1, columns })) throw new OdsExtentError();
    for (; this.#emptyCells > 0; this.#emptyCells--) this.#row.push(null);
    const place = { row: sheet.rows.length + this.#emptyRows, column: this.#row.length };
    if (formula !== "" && value === null) sheet.formulas.push({ ...place, kind: "uncalculated" });
    else if (formula.includes("file:")) sheet.formulas.push({ ...place, kind: "external" });
    const down = timesOf(tag.attribute("table:number-rows-spanned"));
    const across = timesOf(tag.attribute("table:number-columns-spanned"));
    if (down > 1 || across > 1) {
      const { row: top, column: left } = place;
      sheet.merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 });
    }
    for (let i = 0; i < times; i++) this.#row.push(value);
  }

  #closeRow(tag: XmlTag, sheet: OpenSheet): void {
    this.#rowTag = null;
    const times = timesOf(tag.attribute("table:number-rows-repeated"));
    if (this.#row.length === 0) {
      this.#emptyRows += times;
      return;
    }
    const rows = sheet.rows.length + this.#emptyRows + times;
    sheet.columns = Math.max(sheet.columns, this.#row.length);
    if (rows > MOST_CELLS || reachesTooFar({ rows, columns: sheet.columns })) throw new OdsExtentError();
    for (; this.#emptyRows > 0; this.#emptyRows--) sheet.rows.push([]);
    for (let i = 0; i < times; i++) {
      if (isHidden(tag)) sheet.hiddenRows.add(sheet.rows.length);
      sheet.rows.push(this.#row);
    }
  }
}

/** `collapse` is hidden by hand, `filter` by a filter. */
const isHidden = (tag: XmlTag): boolean => ["collapse", "filter"].includes(tag.attribute("table:visibility"));

/** How often something is repeated: once when nothing is said. */
function timesOf(text: string): number {
  const times = Number(text);
  return text !== "" && Number.isInteger(times) && times > 0 ? times : 1;
}

const NUMBERS = ["float", "currency", "percentage"];

function valueOf(tag: XmlTag, text: string): Cell {
  const type = tag.attribute("office:value-type");
  if (NUMBERS.includes(type)) {
    const value = Number(tag.attribute("office:value"));
    return Number.isFinite(value) ? value : text;
  }
  if (type === "boolean") return tag.attribute("office:boolean-value") === "true";
  if (type === "date") {
    const day = new Date(`${tag.attribute("office:date-value").slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? text : day;
  }
  const string = text === "" ? tag.attribute("office:string-value") : text;
  return string === "" ? null : string;
}
