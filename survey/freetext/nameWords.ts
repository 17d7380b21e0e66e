/** How words are compared as names: å is aa, é is e, and a genitive or an inflection is no other name. */

const FOLDED: Readonly<Record<string, string>> = {
  å: "aa",
  æ: "ae",
  ø: "oe",
  ä: "ae",
  ö: "oe",
  ü: "y",
  ß: "ss",
};

/** `Åse-Maria` → `aasemaria`, `René` → `rene`, `Søren` → `soeren`. */
export const nameKey = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[åæøäöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/[^\p{Ll}]/gu, "");

/** The word itself and what it may be an inflection of: `Hannes`, `Hanne's`, `Larses`. */
export function nameStems(word: string): string[] {
  const key = nameKey(word);
  return [key, key.replace(/s$/, ""), key.replace(/es$/, "")].filter((stem) => stem.length >= 2);
}

/** Whether one letter more, less or other, or two swapped neighbours, make the one word of the other. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

export interface Word {
  text: string;
  start: number;
  end: number;
}

const WORD = /\p{L}+(?:['’´`]\p{L}+)*/gu;

export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
