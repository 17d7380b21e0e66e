/**
 * The search after a purge: whether anything that looks like a CPR number is left in a file, in the entries of a zip
 * archive too. It counts and never shows what it found.
 */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { isZip, zipEntries } from "./zip.ts";

/**
 * Ten digits, with or without a hyphen or a blank after the sixth, that stand alone: not inside a longer number, a word or
 * behind a decimal point.
 */
const TEN_DIGITS = /(?<![\w-])(?<!\d[.,])(\d{2})(\d{2})\d{2}[- ]?\d{4}(?![\w-])/g;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Replacement numbers have 60 added to the day. */
const REPLACEMENT_OFFSET = 60;

const CHUNK_BYTES = 4 * 1024 * 1024;
/** Longer than any match with its surroundings. */
const OVERLAP_BYTES = 64;
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;

export interface Leftover {
  file: string;
  /** How many CPR-like numbers; `null` when the file could not be searched. */
  found: number | null;
}

/** How many numbers in the text have the shape of a CPR number: ten digits that begin with a day and a month. */
export function countCprLike(text: string): number {
  let found = 0;
  for (const [, day = "", month = ""] of text.matchAll(TEN_DIGITS)) {
    const days = DAYS_IN_MONTH[Number(month) - 1] ?? 0;
    const d = Number(day) > REPLACEMENT_OFFSET ? Number(day) - REPLACEMENT_OFFSET : Number(day);
    if (d >= 1 && d <= days) found++;
  }
  return found;
}

/** Counts in a file of any size; a number on the border of two chunks is seen in the overlap and counted once or twice. */
async function countInRaw(file: string): Promise<number> {
  const handle = await open(file, "r");
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let found = 0;
    for (let position = 0; ; position += CHUNK_BYTES - OVERLAP_BYTES) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, position);
      found += countCprLike(buffer.toString("latin1", 0, bytesRead));
      if (bytesRead < CHUNK_BYTES) return found;
    }
  } finally {
    await handle.close();
  }
}

async function startsAsZip(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return isZip(head);
  } finally {
    await handle.close();
  }
}

async function countIn(file: string): Promise<number | null> {
  if (!(await startsAsZip(file))) return countInRaw(file);
  try {
    let found = 0;
    for (const entry of zipEntries(await readFile(file), MAX_ENTRY_BYTES)) {
      found += countCprLike(entry.toString("latin1"));
    }
    return found;
  } catch {
    return null;
  }
}

/** The files in which something is left, or that could not be searched. */
export async function searchFiles(folder: string, files: readonly string[]): Promise<Leftover[]> {
  const leftovers: Leftover[] = [];
  for (const file of files) {
    const found = await countIn(path.join(folder, file));
    if (found !== 0) leftovers.push({ file, found });
  }
  return leftovers;
}
