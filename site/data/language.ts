/** What a page says in one language: the table's words, and the round's own. */
import { LANGUAGE_FACTS, ORIGINAL, segmentOf, type Language, type Translation } from "#survey/languages.ts";
import { TEXTS } from "#survey/texts/tables.ts";
import type { Texts } from "#survey/texts/texts.ts";
import { edge } from "./edge.ts";

/** A language that the round is open in. Every page under /[...language]/ and /[municipality]/[...language]/ gets one. */
export interface Spoken {
  language: Language;
}

export const wordsIn = (language: Language): Texts => TEXTS[language];

/** The other languages of the round, or of a page that is in fewer, each with its own name. */
export const othersThan = (
  language: Language,
  languages: readonly Language[] = edge.languages,
): { language: Language; name: string }[] =>
  languages
    .filter((other) => other !== language)
    .map((other) => ({ language: other, name: LANGUAGE_FACTS[other].name }));

/** A page that all municipalities share: `pageIn("en", "was/")` is `/en/was/`. */
export const pageIn = (language: Language, page = ""): string => `/${segmentOf(language)}${page}`;

/** A municipality's own page: `placeIn("en", "aarhus", "tak/")` is `/aarhus/en/tak/`. */
export const placeIn = (language: Language, slug: string, page = ""): string =>
  `/${slug}/${segmentOf(language)}${page}`;

type RoundWords = NonNullable<(typeof edge.translations)[Translation]>;

const danish = (): RoundWords => {
  const { title, period, privacy, accessibility } = edge;
  const { purpose, legalBasis, processor, recipients, transfer = "" } = privacy;
  return {
    ...accessibility,
    responsible: accessibility.responsible ?? processor,
    title,
    period: period.label,
    purpose,
    legalBasis,
    processor,
    recipients,
    transfer,
  };
};

/** What the round says in its own words. @throws Error when a language is open without them: edge.json refuses that. */
export function roundIn(language: Language): RoundWords {
  const words = language === ORIGINAL ? danish() : edge.translations[language];
  if (!words) throw new Error(`edge.json has no texts of the round in ${language}`);
  return words;
}

/** For what runs from left to right also in a page from right to left: codes, telephone numbers. */
export const leftToRightIn = (language: Language): { dir?: "ltr" } =>
  LANGUAGE_FACTS[language].direction === "rtl" ? { dir: "ltr" } : {};

/** The attributes of what stays Danish in a page of another language: names, addresses, a question without translation. */
export const danishIn = (language: Language): { lang?: Language; dir?: "ltr" } =>
  language === ORIGINAL ? {} : { lang: ORIGINAL, ...leftToRightIn(language) };
