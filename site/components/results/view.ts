/** What the components of a results page speak with: the results, the words and numbers of a language, the addresses. */
import type { Edition } from "../../data/results.ts";
import { resultsAddress } from "#survey/presentation/addresses.ts";
import { labelsIn, type Labels } from "#survey/presentation/labels.ts";
import type { ResultLanguage } from "#survey/presentation/language.ts";
import { numbersIn, type Numbers } from "#survey/presentation/numbers.ts";
import { periodIn } from "#survey/presentation/period.ts";
import type { Reading } from "#survey/presentation/reading.ts";
import { RESULT_PAGES, type ResultPages } from "#survey/texts/results.ts";

export interface View {
  edition: Edition;
  reading: Reading;
  language: ResultLanguage;
  labels: Labels;
  numbers: Numbers;
  words: ResultPages;
  /** The period of the round, in words. */
  period: string;
  /** All of the results together, by name. */
  everybody: string;
  /** The address of another page of the same round: `aarhus/`. */
  at: (page: string) => string;
}

export function viewOf(edition: Edition, language: ResultLanguage): View {
  const { reading, path } = edition;
  const labels = labelsIn(language);
  return {
    edition,
    reading,
    language,
    labels,
    numbers: numbersIn(language),
    words: RESULT_PAGES[language],
    period: periodIn(language, reading.results.round.period),
    everybody: labels.everybody(reading.whole),
    at: (page) => resultsAddress(language, path + page),
  };
}
