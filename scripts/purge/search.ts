/**
 * The search after a purge: whether anything that looks like a CPR number, or one of the round's own numbers and names, is
 * left in a file, in the entries of a zip archive too. It counts and never shows what it found.
 */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import type { NamedPeople } from "./namedPeople.ts";
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
/** Longer than any match with its surroundings: names have up to five words. */
const OVERLAP_BYTES = 256;
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;

export interface Leftover {
  file: string;
  /** How many CPR-like numbers; `null` when the file could not be searched. */
  found: number | null;
  /** How many CPR numbers, phone numbers and names of people in the round. */
  named: number;
}

interface Counts {
  found: number;
  named: number;
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

function countBytes(bytes: Buffer, people: NamedPeople): Counts {
  return { found: countCprLike(bytes.toString("latin1")), named: people.count(bytes.toString("utf8")) };
}

const sum = (a: Counts, b: Counts): Counts => ({ found: a.found + b.found, named: a.named + b.named });
const NOTHING: Counts = { found: 0, named: 0 };

/** Counts in a file of any size; what stands on the border of two chunks is seen in the overlap and counted once or twice. */
async function countInRaw(file: string, people: NamedPeople): Promise<Counts> {
  const handle = await open(file, "r");
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let counts = NOTHING;
    for (let position = 0; ; position += CHUNK_BYTES - OVERLAP_BYTES) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, position);
      counts = sum(counts, countBytes(buffer.subarray(0, bytesRead), people));
      if (bytesRead < CHUNK_BYTES) return counts;
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

async function countIn(file: string, people: NamedPeople): Promise<Counts | null> {
  if (!(await startsAsZip(file))) return countInRaw(file, people);
  try {
    let counts = NOTHING;
    for (const entry of zipEntries(await readFile(file), MAX_ENTRY_BYTES)) {
      counts = sum(counts, countBytes(entry, people));
    }
    return counts;
  } catch {
    return null;
  }
}

/** The files in which something is left, or that could not be searched. */
export async function searchFiles(
  folder: string,
  files: readonly string[],
  people: NamedPeople,
): Promise<Leftover[]> {
  const leftovers: Leftover[] = [];
  for (const file of files) {
    const counts = await countIn(path.join(folder, file), people);
    if (counts === null) leftovers.push({ file, found: null, named: 0 });
    else if (counts.found > 0 || counts.named > 0) leftovers.push({ file, ...counts });
  }
  return leftovers;
}
