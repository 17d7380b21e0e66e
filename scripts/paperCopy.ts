/**
 * The paper copy of a key: four lines that look like `XXXX-XXXX-XXXX-XXXX`. Each holds 8 bytes of the key, 11 bits of
 * SHA-256 of the line's number and those bytes, and the check symbol of `survey/code.ts`. So a slip is found in its own
 * line without the key at hand, lines in another order are told apart, and the lines alone give the key back.
 */
import { createHash } from "node:crypto";
import { codeFromBytes, formatCode, parseCode } from "#survey/code.ts";
import { KEY_BYTES } from "./keys.ts";

export const PAPER_LINES = 4;
const LINE_BYTES = KEY_BYTES / PAPER_LINES;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type PaperLine =
  | { ok: true; bytes: Uint8Array }
  /** `slip`: a symbol is wrong or missing. `order`: the line stands in another place on the paper. */
  | { ok: false; reason: "slip" | "order" };

export type PaperCopy =
  | { ok: true; key: Uint8Array }
  | { ok: false; line: number; reason: "slip" | "order" | "missing" };

/** The canonical symbols of the line with this number (1 to 4). */
function symbolsOf(bytes: Uint8Array, line: number): string {
  const check = createHash("sha256").update(`borgersvar paper copy, line ${line}`).update(bytes).digest();
  return codeFromBytes(new Uint8Array([...bytes, ...check.subarray(0, 2)]));
}

/** The key as four lines, to be written on paper in this order. */
export function paperCopy(key: Uint8Array): string[] {
  return Array.from({ length: PAPER_LINES }, (_, i) =>
    formatCode(symbolsOf(key.subarray(i * LINE_BYTES, (i + 1) * LINE_BYTES), i + 1)),
  );
}

/** The first 64 bits of a canonical code. */
function bytesOf(code: string): Uint8Array {
  const bits = Array.from(code, (symbol) => ALPHABET.indexOf(symbol).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from({ length: LINE_BYTES }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2));
}

/** Reads the line with this number as a person typed it. */
export function readPaperLine(typed: string, line: number): PaperLine {
  const parsed = parseCode(typed);
  if (!parsed.ok) return { ok: false, reason: "slip" };
  const bytes = bytesOf(parsed.code);
  if (symbolsOf(bytes, line) === parsed.code) return { ok: true, bytes };
  for (let other = 1; other <= PAPER_LINES; other++) {
    if (symbolsOf(bytes, other) === parsed.code) return { ok: false, reason: "order" };
  }
  return { ok: false, reason: "slip" };
}

/** The key that four typed lines hold, or the first line that does not fit. */
export function readPaperCopy(lines: readonly string[]): PaperCopy {
  const key = new Uint8Array(KEY_BYTES);
  for (let line = 1; line <= PAPER_LINES; line++) {
    const typed = lines[line - 1];
    if (typed === undefined) return { ok: false, line, reason: "missing" };
    const read = readPaperLine(typed, line);
    if (!read.ok) return { ok: false, line, reason: read.reason };
    key.set(read.bytes, (line - 1) * LINE_BYTES);
  }
  return { ok: true, key };
}

/** The copy as it is shown and printed, each line with its number. */
export const numberedLines = (key: Uint8Array): string[] =>
  paperCopy(key).map((line, i) => `  ${i + 1}  ${line}`);

/** The lines of a copy in a text file: those that begin with their number, as `key backup` writes them. */
export function linesOfFile(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*([1-4])[.):]?\s+(\S.*)$/.exec(line);
    if (match) lines[Number(match[1]) - 1] = match[2] ?? "";
  }
  return lines;
}
