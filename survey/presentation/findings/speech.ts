/** What a sentence about results is made with: the results, the words of a language, and how everybody together is called. */
import { RESULT_FINDINGS, type ResultFindings, type ResultLabels } from "../../texts/results.ts";
import { labelsIn, type Labels } from "../labels.ts";
import type { ResultLanguage } from "../language.ts";
import { numbersIn, type Interval, type Numbers } from "../numbers.ts";
import type { Reading } from "../reading.ts";

export interface Speech {
  reading: Reading;
  language: ResultLanguage;
  words: ResultFindings;
  labels: Labels;
  numbers: Numbers;
  /** Everybody together, after »i«, »fra« and »end«. */
  whole: ResultLabels["whole"]["country"];
}

export function speechOf(reading: Reading, language: ResultLanguage): Speech {
  const labels = labelsIn(language);
  return {
    reading,
    language,
    words: RESULT_FINDINGS[language],
    labels,
    numbers: numbersIn(language),
    whole: labels.whole[reading.whole === "country" ? "country" : "participants"],
  };
}

/** A question and its answer: the finding in a sentence or two, then what it rests on. */
export interface Answer {
  heading: string;
  lead: string;
  details: readonly string[];
}

/** Which way a difference is told: as it is, or its size where all of its interval is below zero. */
export function sizeLimits({ low, high }: Interval, { whole }: Numbers): [low: string, high: string] | null {
  if (low === null || high === null) return null;
  return high < 0 ? [whole(-high), whole(-low)] : [whole(low), whole(high)];
}
