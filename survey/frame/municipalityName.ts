/** Recognises municipalities in file names, sheet names and cells: by code or by any common spelling. */
import { MUNICIPALITIES, municipalityOf } from "../municipalities.ts";
import { textOf, type Cell } from "./cells.ts";
import { fold } from "./fold.ts";

/** Names lose their Danish letters in some systems: »Hjørring« comes as »Hjoerring« or »Hjorring«. */
const stripped = (name: string): string =>
  fold(name.toLowerCase().replaceAll("ø", "o").replaceAll("å", "a").replaceAll("aa", "a"));

const spellings = new Map<string, string>();
for (const { code, name, aliases } of MUNICIPALITIES) {
  for (const folded of [name, ...aliases].flatMap((spelling) => [fold(spelling), stripped(spelling)])) {
    spellings.set(folded, code);
    spellings.set(folded.replaceAll(" ", ""), code);
  }
}

/** The codes of all municipalities that a text names, sorted; a code counts with its four digits. */
export function municipalitiesIn(text: string): string[] {
  const words = ` ${fold(text)} `;
  const found = new Set<string>();
  for (const [spelling, code] of spellings) if (words.includes(` ${spelling} `)) found.add(code);
  for (const word of words.split(" ")) if (/^\d{4}$/.test(word) && municipalityOf(word)) found.add(word);
  return [...found].toSorted();
}

/** The municipality of a cell: a name, or a code that may have lost its leading zero. Null when there is not exactly one. */
export function municipalityOfCell(cell: Cell | undefined): string | null {
  const text = textOf(cell);
  if (/^\d{3,4}$/.test(text)) return municipalityOf(text.padStart(4, "0"))?.code ?? null;
  const [code, ...others] = municipalitiesIn(text);
  return code !== undefined && others.length === 0 ? code : null;
}
