/** What the script of the page that compares says, from its language and from what stands on the page. */
import { RESULT_LANGUAGES, type ResultLanguage } from "#survey/presentation/language.ts";
import { numbersIn } from "#survey/presentation/numbers.ts";
import type { CompareWords } from "#survey/presentation/comparing/rows.ts";
import { compareTextsIn, type CompareTexts } from "#survey/presentation/comparing/words.ts";

export interface PageWords extends CompareWords {
  language: ResultLanguage;
  texts: CompareTexts;
  /** The mark of an uncertain figure. */
  uncertain: string;
  source: string;
  /** Address of a municipality's page. */
  address: (slug: string) => string;
}

export function pageWords({ dataset }: HTMLElement): PageWords {
  const { lang } = document.documentElement;
  const language = RESULT_LANGUAGES.find((one) => one === lang) ?? "da";
  const { withheld = "", none = "", notAsked = "", uncertain = "", source = "", root = "" } = dataset;
  return {
    language,
    texts: compareTextsIn(language),
    numbers: numbersIn(language),
    absent: { w: withheld, n: none, a: notAsked },
    uncertain,
    source,
    address: (slug) => `${root}${slug}/`,
  };
}
