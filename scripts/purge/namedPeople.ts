/** The round's own people as the search after a purge looks for them: every CPR number, phone number and full name. */
import { CliError } from "../errors.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import { IDENTITIES_FILE } from "../sample/files.ts";
import { FRAME_FILE } from "../sample/frameFile.ts";

/** What both files have. */
const COLUMNS = ["cpr", "phone", "name"] as const;
const PHONE_DIGITS = 8;
/** A single word is too often a word. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 5;

/** Ten digits, with or without a hyphen or a blank after the sixth. */
const CPR = /(?<!\d)(?<!\d[.,])\d{6}[- ]?\d{4}(?!\d)/g;
/** Eight digits, alone or in pairs, with or without the country's number. */
const PHONE = /(?<![\d-])(?<!\d[.,])(?:(?:\+|00)45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?![\d-])/g;
const WORDS = /\p{L}[\p{L}'.-]*/gu;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORDS) ?? [];

export class NamedPeople {
  readonly #cprs = new Set<string>();
  readonly #phones = new Set<string>();
  readonly #names = new Set<string>();

  add(person: { cpr: string; phone: string; name: string }): void {
    this.#cprs.add(person.cpr);
    const phone = digitsOf(person.phone).slice(-PHONE_DIGITS);
    if (phone.length === PHONE_DIGITS) this.#phones.add(phone);
    const words = wordsOf(person.name).slice(0, MOST_WORDS);
    if (words.length >= FEWEST_WORDS) this.#names.add(words.join(" "));
  }

  /** People known by CPR number. */
  get size(): number {
    return this.#cprs.size;
  }

  /** How many of their numbers and names stand in the text. */
  count(text: string): number {
    if (this.size === 0) return 0;
    const cprs = [...text.matchAll(CPR)].filter(([found]) => this.#cprs.has(digitsOf(found)));
    const phones = [...text.matchAll(PHONE)].filter(([found]) =>
      this.#phones.has(digitsOf(found).slice(-PHONE_DIGITS)),
    );
    return cprs.length + phones.length + this.#countNames(text);
  }

  #countNames(text: string): number {
    if (this.#names.size === 0) return 0;
    const words = wordsOf(text);
    let found = 0;
    for (let start = 0; start < words.length; start++) {
      const most = Math.min(MOST_WORDS, words.length - start);
      for (let length = FEWEST_WORDS; length <= most; length++) {
        if (this.#names.has(words.slice(start, start + length).join(" "))) found++;
      }
    }
    return found;
  }
}

/**
 * Everybody whom frame and identities name; nobody when they are gone. `null` when they are encrypted and nothing opens
 * them here: then the search knows shapes only, and says so.
 */
export async function readNamedPeople(run: Run): Promise<NamedPeople | null> {
  const people = new NamedPeople();
  const how = "Run the command that writes this file.";
  try {
    for (const name of [FRAME_FILE, IDENTITIES_FILE]) {
      if (!(await run.exists(name))) continue;
      for (const row of readTable(await run.readText(name, how), COLUMNS, name)) people.add(row);
    }
    return people;
  } catch (error) {
    if (error instanceof CliError) return null;
    throw error;
  }
}
