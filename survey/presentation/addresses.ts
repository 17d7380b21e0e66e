/** Where the results stand: addresses that do not change. The words of an address are Danish in every language. */
import { segmentOf } from "../languages.ts";
import type { ThemeId } from "../questionnaire.ts";
import type { ResultLanguage } from "./language.ts";

export const THEME_SLUGS: Readonly<Record<ThemeId, string>> = {
  dignity: "vaerdighed",
  relevance: "relevans",
  competence: "kompetence",
  progression: "progression",
  overall: "samlet",
};

/** The pages under /resultater/ that are no municipality's. */
export const RESULT_PAGES_AT = {
  overview: "",
  themes: "temaer/",
  targetGroups: "maalgrupper/",
  compare: "sammenlign/",
  method: "metode/",
  downloads: "hent/",
} as const;

/** Under which the pages of a round stand for ever, also when a newer one has its place. */
export const roundPath = (id: string): string => `runder/${id}/`;

/**
 * The address of a results page.
 * @param page what follows /resultater/: `aarhus/`, `runder/2025-q2/metode/`
 * @example resultsAddress("en", "aarhus/") // "/en/resultater/aarhus/"
 */
export const resultsAddress = (language: ResultLanguage, page = ""): string =>
  `/${segmentOf(language)}resultater/${page}`;
