/** The languages the questionnaire can be answered in. Letters and results are in Danish. */

export const LANGUAGES = ["da", "en", "ar", "uk"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language the instrument was made in. The others are translations and need an approval before they open. */
export const ORIGINAL = "da" satisfies Language;
export const TRANSLATIONS = ["en", "ar", "uk"] as const;
export type Translation = (typeof TRANSLATIONS)[number];

interface LanguageFacts {
  /** What its speakers call it: the words of the link to it. */
  name: string;
  direction: "ltr" | "rtl";
  /** For dates: a locale of Unicode CLDR. Digits are 0–9 in all, as in the code on the letter. */
  locale: string;
}

export const LANGUAGE_FACTS: Readonly<Record<Language, LanguageFacts>> = {
  da: { name: "Dansk", direction: "ltr", locale: "da-DK" },
  en: { name: "English", direction: "ltr", locale: "en-GB" },
  ar: { name: "العربية", direction: "rtl", locale: "ar-u-nu-latn" },
  uk: { name: "Українська", direction: "ltr", locale: "uk-UA" },
};

/** The last segment of an address in a language: `""` in Danish, `"en/"` in English (`/aarhus/en/`). */
export const segmentOf = (language: Language): string => (language === ORIGINAL ? "" : `${language}/`);

/** The query that tells the Worker which language a form stands in: `""` in Danish, `"?sprog=en"` in English. */
export const languageQuery = (language: Language): string =>
  language === ORIGINAL ? "" : `?sprog=${language}`;

/** The language with this tag, among those a round is open in; Danish for any other. */
export const languageIn = (languages: readonly Language[], tag: string | undefined): Language =>
  languages.find((language) => language === tag) ?? ORIGINAL;

/** `31. august 2026`, `31 August 2026` of the day `2026-08-31`. */
export const dateInWords = (date: string, language: Language = ORIGINAL): string =>
  new Intl.DateTimeFormat(LANGUAGE_FACTS[language].locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** Who has approved the wording in a language, and when. */
export interface Approval {
  by: string;
  on: string;
}

/** The translations among a round's languages that nobody has approved: they may not open. */
export const unapproved = (round: {
  languages: readonly Language[];
  approvals: Partial<Record<Language, Approval>>;
}): Language[] => round.languages.filter((language) => language !== ORIGINAL && !round.approvals[language]);
