/** Passwords of protected workbooks: from a file of the analyst's or asked for. They are neither shown nor remembered. */
import { readFile } from "node:fs/promises";
import type { Effects } from "../effects.ts";
import { CliError, systemErrorCode } from "../errors.ts";

export interface PasswordBook {
  /** What to try on a file, in this order. */
  of(name: string): string[];
}

const TIMES_ASKED = 3;

/**
 * One password a line, tried on every protected file; a line `file name<tab>password` is for that file alone. The file is
 * not recorded in the journal: its checksum would help somebody who guesses.
 */
export async function readPasswords(file: string | undefined): Promise<PasswordBook> {
  const lines =
    file === undefined ? [] : (await textOfFile(file)).split(/\r?\n/).filter((line) => line !== "");
  const entries = lines.map((line) => {
    const tab = line.indexOf("\t");
    return tab < 0
      ? { name: null, password: line }
      : { name: line.slice(0, tab).normalize("NFC"), password: line.slice(tab + 1) };
  });
  const own = (name: string): string[] =>
    entries.filter((entry) => entry.name === name.normalize("NFC")).map(({ password }) => password);
  const common = entries.filter(({ name }) => name === null).map(({ password }) => password);
  return { of: (name) => [...own(name), ...common] };
}

async function textOfFile(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\ufeff/, "");
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === null) throw error;
    throw new CliError({
      what: `the file of passwords cannot be read (${code})`,
      where: file,
      how: "Write one password a line, or `file name<tab>password`, and keep the file outside the round's folder.",
    });
  }
}

/** Asks for the password of a file until `open` says that it fits; null when nobody answers or none fits. */
export async function askPassword<T>(
  effects: Effects,
  name: string,
  open: (password: string) => Promise<T | null>,
): Promise<T | null> {
  for (let time = 1; time <= TIMES_ASKED; time++) {
    const again = time === 1 ? "" : "That did not open it. ";
    const password = await effects.ask(`${again}Password of ${name} (empty: leave the file out):`, {
      hidden: true,
    });
    if (password === null || password === "") return null;
    const opened = await open(password);
    if (opened !== null) return opened;
  }
  return null;
}
