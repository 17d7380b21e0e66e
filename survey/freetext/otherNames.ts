/**
 * Names of other people: what stands after a title (»min sagsbehandler Lone«) or another cue, and common given names
 * wherever they stand, with the family names after them.
 */
import { EVERYDAY_GIVEN_NAMES, EVERYDAY_NAMES, GIVEN_NAMES } from "./givenNames.ts";
import { NAME_CUES, NO_NAMES, REVERSED, TITLE, TITLE_LINK } from "./nameCues.ts";
import { isCapitalised } from "./nameWords.ts";
import type { Span } from "./span.ts";

/** The next word of a name, after at most a blank, a hyphen or a dotted initial. */
const NEXT_WORD = /^(?:[ -]|\.?\s?\p{Lu}\.\s?| (?:af|von|van|de|da|el|al|bin) )?(\p{L}+(?:['’´]\p{L}+)*)/u;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}/u;
const LONGEST_NAME = 4;
const CUES = new RegExp([TITLE + TITLE_LINK, ...NAME_CUES].join("|"), "giu");
const BEFORE_TITLE = new RegExp(
  `(?<=[\\p{Ll},;:)]\\s)(\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,2})${REVERSED}(?:${TITLE})`,
  "gu",
);
const WORD = /(?<![\p{L}\d@._/-])\p{L}{2,}(?:['’´]\p{L}+)*/gu;

const inSet = (set: ReadonlySet<string>, word: string): boolean =>
  [
    word.toLowerCase(),
    word.toLowerCase().replace(/['’´]?e?s$/, ""),
    word.toLowerCase().replace(/['’´]?s$/, ""),
  ].some((form) => set.has(form));
const isGiven = (word: string): boolean =>
  inSet(GIVEN_NAMES, word) && !EVERYDAY_NAMES.has(word.toLowerCase());
const isNoName = (word: string): boolean => NO_NAMES.has(word.toLowerCase());
const isShouted = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

/** Where a name that begins at `start` ends: its first word and the capitalised ones after it. */
function endOfName(text: string, start: number, firstLength: number): number {
  let end = start + firstLength;
  for (let words = 1; words < LONGEST_NAME; words++) {
    const next = NEXT_WORD.exec(text.slice(end, end + 60));
    const word = next?.[1];
    if (!next || word === undefined || word.length < 2) break;
    const family = /sen'?s?$/.test(word) && word.length >= 5;
    if (!isCapitalised(word) && !family) break;
    if (isNoName(word) || (isShouted(word) && !isShouted(text.slice(start, start + firstLength)))) break;
    end += next[0].length;
  }
  const initial = /^ \p{Lu}(?![\p{L}'’])\.?/u.exec(text.slice(end, end + 4));
  return end + (initial?.[0].length ?? 0);
}

/** The name that begins here, or null. `loud`: what stands before is in capitals too, so capitals say nothing. */
function nameAt(text: string, start: number, loud: boolean): Span | null {
  const initials = INITIALS.exec(text.slice(start, start + 12))?.[0].length ?? 0;
  const word = /^\p{L}+(?:['’´]\p{L}+)*/u.exec(text.slice(start + initials, start + initials + 40))?.[0];
  if (word === undefined || word.length < 2) return null;
  if (isNoName(word) && !isGiven(word)) return null;
  const known = isGiven(word) || (isCapitalised(word) && EVERYDAY_NAMES.has(word.toLowerCase()));
  if (!known && (loud || !isCapitalised(word))) return null;
  return { start, end: endOfName(text, start, initials + word.length), kind: "name" };
}

function afterCues(text: string): Span[] {
  return [...text.matchAll(CUES)].flatMap((cue) => {
    const loud = /\p{Lu}{2}/u.test(cue[0]) && !/\p{Ll}|^SB/u.test(cue[0]);
    return nameAt(text, cue.index + cue[0].length, loud) ?? [];
  });
}

const beforeTitles = (text: string): Span[] =>
  [...text.matchAll(BEFORE_TITLE)].flatMap((match): Span[] => {
    const [, name = ""] = match;
    if (name.split(" ").some(isNoName)) return [];
    return [{ start: match.index, end: match.index + name.length, kind: "name" }];
  });

/** Where a capital letter says nothing: at the beginning of a sentence, and in »Sankt Hans«. */
const SENTENCE_START = /(?:^|[.!?:;\n»"“”(•*-])\s*$|\b(?:sankt|skt\.?) $/iu;
const isEverydayGiven = (text: string, place: number, word: string): boolean =>
  inSet(EVERYDAY_GIVEN_NAMES, word) &&
  !isShouted(word) &&
  !SENTENCE_START.test(text.slice(Math.max(0, place - 8), place));

const givenNames = (text: string): Span[] =>
  [...text.matchAll(WORD)].flatMap((match): Span[] => {
    const [word] = match;
    if (!isCapitalised(word)) return [];
    if (!isGiven(word) && !isEverydayGiven(text, match.index, word)) return [];
    return [{ start: match.index, end: endOfName(text, match.index, word.length), kind: "name" }];
  });

/** Spans may overlap. */
export const otherNameSpans = (text: string): Span[] => [
  ...afterCues(text),
  ...beforeTitles(text),
  ...givenNames(text),
];
