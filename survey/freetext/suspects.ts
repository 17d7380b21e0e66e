/**
 * What a reviewer should look at in a masked text: words that may be names, house numbers, long numbers and rare things that
 * a neighbour would know somebody by. A hint, never a verdict.
 */
import { GIVEN_NAMES } from "./givenNames.ts";
import { NO_NAMES } from "./nameCues.ts";

const MARK = /\[[\p{L}-]+\]/gu;
const ADDRESS =
  /\p{L}+(?:vej|gade|allé|alle|vænget|stræde|parken|plads|torv|bakken|haven)(?:en|et)?\s+\d+\s*\p{L}?(?![\p{L}\d])/giu;
const LONG_NUMBER = /(?<![\d.,])\d{5,}(?![\d.,]\d)/gu;
/** A capital letter inside a sentence. */
const CAPITAL = /(?<=[\p{L},;]["»”]?\s["»“]?)\p{Lu}\p{L}+/gu;
const SMALL_WORD = /(?<![\p{L}])\p{Ll}{3,}(?![\p{L}])/gu;
const RARE =
  /\p{L}*(?:sclerose|sklerose|kræft|cancer|hiv|skizofren|psykose|bipolar|voldtægt|vold(?:elig)?|fængsel|dom for|selvmord|misbrug|asyl|flygtning|enke|adopt|tvillinge|borgmester|formand|direktør|sognepræst|landmand|fisker)\p{L}*/giu;
const MOST = 6;

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([word]) => word);

/** The words themselves, in the order of their kinds, each once; at most six. */
export function suspectsIn(text: string): string[] {
  const rest = text.replaceAll(MARK, " ");
  const capitals = matches(rest, CAPITAL).filter((word) => !NO_NAMES.has(word.toLowerCase()));
  const names = matches(rest, SMALL_WORD).filter((word) => GIVEN_NAMES.has(word));
  const found = [
    ...matches(rest, ADDRESS),
    ...capitals,
    ...names,
    ...matches(rest, LONG_NUMBER),
    ...matches(rest, RARE),
  ];
  const whole = found.filter((word, i) => !found.slice(0, i).some((earlier) => earlier.includes(word)));
  return whole.slice(0, MOST);
}
