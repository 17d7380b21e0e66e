/** The languages that results are shown in. A questionnaire can be answered in more (survey/languages.ts). */
import { ORIGINAL, type Language } from "../languages.ts";

export const RESULT_LANGUAGES = ["da", "en"] as const satisfies readonly Language[];
export type ResultLanguage = (typeof RESULT_LANGUAGES)[number];

/** Those of a round's languages that its results are shown in; Danish is always one. */
export const resultLanguages = (languages: readonly Language[]): ResultLanguage[] =>
  RESULT_LANGUAGES.filter((language) => language === ORIGINAL || languages.includes(language));
