/** The writer's own name: each part of it, with genitive and small slips, in any case, and the initials. */
import { EVERYDAY_NAMES, GIVEN_NAMES } from "./givenNames.ts";
import { isCapitalised, isSlip, nameKey, nameStems, wordsOf, type Word } from "./nameWords.ts";
import { spansOf, type KnownPerson, type Span } from "./span.ts";

const PARTICLES = new Set(
  "de den der da di du van von af al el bin ibn abu ben la le dos das and og o".split(" "),
);
/** Everyday short forms that may be somebody's initials as well. */
const SHORT_FORMS = new Set(
  "AK AB AU CV CPR DK DR DSB EU FB FN FOA HF HK HR IT JA JC KBH KL KK LO LAB MH NB NEJ OBS OK PC PS RAR SB SMS SU TV UU VUC VVS ØH".split(
    " ",
  ),
);
/** A slip of the pen is looked for in names at least this long. */
const SLIP_LETTERS = 5;

/** Between two words of one name. */
const NAME_GAP = /^[ -]$/;

interface NamePart {
  key: string;
  /** An everyday word: a name only with a capital letter. */
  everyday: boolean;
}

function partsOf(name: string): NamePart[] {
  return wordsOf(name.replaceAll("-", " "))
    .filter(({ text }) => text.length >= 2 && !PARTICLES.has(text.toLowerCase()))
    .map(({ text }) => ({
      key: nameKey(text),
      everyday:
        EVERYDAY_NAMES.has(text.toLowerCase()) || (text.length <= 3 && !GIVEN_NAMES.has(text.toLowerCase())),
    }));
}

function isPart(word: Word, parts: readonly NamePart[]): boolean {
  const stems = nameStems(word.text);
  const capital = isCapitalised(word.text);
  return parts.some(({ key, everyday }) => {
    if (stems.includes(key)) return capital || !everyday;
    const long = key.length >= SLIP_LETTERS && word.text.length >= SLIP_LETTERS;
    return capital && long && stems.some((stem) => stem[0] === key[0] && isSlip(stem, key));
  });
}

/** Everyday words and particles of the name count too beside a word of it: »påfund-krogh«, »Al-Hassan«. */
function withNeighbours(words: readonly Word[], text: string, name: string): Word[] {
  const parts = partsOf(name);
  const keys = new Set(wordsOf(name).map((word) => nameKey(word.text)));
  const own = words.map((word) => isPart(word, parts));
  const beside = (a: number, b: number): boolean => {
    const [left, right] = [words[Math.min(a, b)], words[Math.max(a, b)]];
    return own[b] === true && !!left && !!right && NAME_GAP.test(text.slice(left.end, right.start));
  };
  const belongs = ({ text: word }: Word): boolean => nameStems(word).some((stem) => keys.has(stem));
  return words.filter((word, i) => own[i] || ((beside(i, i + 1) || beside(i, i - 1)) && belongs(word)));
}

/** `H.H.`, `H. H`, and `HH` where that is no everyday short form. */
function initialSpans(name: string, text: string): Span[] {
  const letters = wordsOf(name)
    .filter((word) => !PARTICLES.has(word.text.toLowerCase()))
    .map((word) => word.text.slice(0, 1).toUpperCase());
  if (letters.length < 2) return [];
  const ends = letters.slice(1).map((letter) => `${letters[0]}${letter}`);
  return [...new Set([letters.join(""), ...ends])].flatMap((initials) => {
    const dotted = Array.from(initials).join(String.raw`\.\s?`);
    const spans = spansOf("name", new RegExp(`(?<![\\p{L}.])${dotted}(?![\\p{L}])\\.?`, "gu"), text);
    if (SHORT_FORMS.has(initials)) return spans;
    return [
      ...spans,
      ...spansOf("name", new RegExp(`(?<![\\p{L}\\d.-])${initials}(?![\\p{L}\\d-])`, "gu"), text),
    ];
  });
}

/** With the initials that stand beside a part of the name: `H. Hansen`, `Hanne H.`. */
function withInitials(word: Word, text: string): Span {
  const before = /(?<!\p{L})(?:\p{Lu}\.\s?)+$/u.exec(text.slice(Math.max(0, word.start - 8), word.start));
  const after = /^\s(?:\p{Lu}\.\s?){0,2}\p{Lu}(?![\p{L}'’])\.?/u.exec(text.slice(word.end, word.end + 10));
  return {
    start: word.start - (before?.[0].length ?? 0),
    end: word.end + (after?.[0].length ?? 0),
    kind: "name",
  };
}

export function ownNameSpans(text: string, { name = "" }: KnownPerson): Span[] {
  if (name === "") return [];
  const found = withNeighbours(wordsOf(text), text, name);
  return [...found.map((word) => withInitials(word, text)), ...initialSpans(name, text)];
}
