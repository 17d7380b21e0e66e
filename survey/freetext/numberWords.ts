/** Phone and CPR numbers written in words: »tyve tredive fyrre halvtreds«, »to nul tre nul …«. */
import type { Span } from "./span.ts";

const UNITS = ["nul", "en|et|én|ét", "to", "tre", "fire", "fem", "seks|sex", "syv", "otte", "ni"];
const TEENS = "ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten";
const TENS = "tyve|tredive|tredve|fyrre|fyrretyve|halvtreds|tres|halvfjerds|firs|halvfems";
const UNIT = UNITS.join("|");
const COMPOUND = `(?:${UNIT})\\s?og\\s?(?:${TENS})`;
const WORD = `(?:${COMPOUND}|${TENS}|${TEENS}|${UNIT})`;
const RUN = new RegExp(
  `(?<!\\p{L})${WORD}(?:[\\s,.\\-]{1,3}(?:og )?(?:${WORD}|\\d{1,2})){3,11}(?![\\p{L}\\d])`,
  "giu",
);
const PART = new RegExp(`(?<two>${COMPOUND}|${TENS}|${TEENS}|\\d\\d)|(?<one>${UNIT}|\\d)`, "giu");

/** How many digits the words stand for. */
function digitsIn(run: string): number {
  let digits = 0;
  for (const { groups } of run.matchAll(PART)) digits += groups?.["two"] === undefined ? 1 : 2;
  return digits;
}

export function numberWordSpans(text: string): Span[] {
  return [...text.matchAll(RUN)].flatMap((match): Span[] => {
    const digits = digitsIn(match[0]);
    if (digits !== 8 && digits !== 10) return [];
    return [{ start: match.index, end: match.index + match[0].length, kind: digits === 8 ? "phone" : "cpr" }];
  });
}
