/** Opens a CSV extract, whatever wrote it: UTF-8 with or without BOM, UTF-16, Windows-1252; semicolon, comma or tab. */
import { parseCsv } from "hucre/csv";
import type { Cell } from "#survey/frame/cells.ts";
import { findHeader } from "#survey/frame/columns.ts";
import { reachesTooFar } from "./extractLimits.ts";
import type { OpenedFile } from "#survey/frame/readFile.ts";

const DELIMITERS = [";", ",", "\t"];
/** Lines enough to find the header in. */
const HEAD_LINES = 60;

/** How many headings of the table one looks for are in these rows. */
export type Recognised = (rows: Cell[][]) => number;

const extractHeadings: Recognised = (rows) => findHeader(rows)?.columns.size ?? 0;

/** @param recognised decides on the delimiter: the one under which it finds most. */
export function openCsv(bytes: Uint8Array, recognised: Recognised = extractHeadings): OpenedFile {
  if (reachesTooFar(extentOf(bytes))) return { ok: false, problem: { code: "too_large" } };
  const text = decode(bytes);
  if (text === null) return { ok: false, problem: { code: "not_text" } };
  const rows: Cell[][] = parse(text, delimiterOf(text, recognised));
  return { ok: true, sheets: [{ name: "", rows, hidden: false, dateSystem: "1900" }] };
}

const LINE_FEED = 10;
const MARKS = new Set(DELIMITERS.map((delimiter) => delimiter.charCodeAt(0)));

/** Lines, and delimiters of the longest line: at least what any reading of the text has of rows and columns. */
function extentOf(bytes: Uint8Array): { rows: number; columns: number } {
  let [rows, columns, inLine] = [1, 0, 0];
  for (const byte of bytes) {
    if (byte === LINE_FEED) {
      rows++;
      inLine = 0;
    } else if (MARKS.has(byte) && ++inLine > columns) columns = inLine;
  }
  return { rows, columns };
}

/** Null when the bytes are no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The delimiter under which most headings are recognised; title rows above the header mislead any other rule. */
function delimiterOf(text: string, recognised: Recognised): string {
  const head = text.split("\n", HEAD_LINES).join("\n");
  const known = DELIMITERS.map((delimiter) => recognised(parse(head, delimiter)));
  return DELIMITERS[known.indexOf(Math.max(...known))] ?? ";";
}

const parse = (text: string, delimiter: string): Cell[][] => parseCsv(text, { delimiter });
