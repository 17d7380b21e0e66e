/** What is measured and where, in words. */
import { NO_INTERVIEW } from "../bands.ts";
import { isIndex, type MeasureId } from "../measures.ts";
import type { ClosedItemId } from "../questionnaire.ts";
import type { Breakdown } from "../results.ts";
import { fill, withTerm } from "../texts/fill.ts";
import { RESULT_LABELS, type ResultLabels } from "../texts/results.ts";
import type { ResultLanguage } from "./language.ts";
import type { State, Whole } from "./reading.ts";

export interface Labels extends ResultLabels {
  /** An item in a few words, or the name of an index: for tables and charts. */
  short: (measure: MeasureId) => string;
  /** An item as citizens were asked, with the municipality's word for the jobcentre or the usual one. */
  statement: (item: ClosedItemId, term?: string) => string;
  /** `1.` to `13.`, the place of an item in the questionnaire. */
  number: (item: ClosedItemId) => string;
  /** A value of a background variable: a sex, a band (survey/bands.ts), a status. */
  value: (variable: Breakdown, value: string) => string;
  /** Everybody together, by name: »Hele landet« only when all municipalities take part. */
  everybody: (whole: Whole) => string;
  /** A cell without a number, in a word. */
  absent: (state: Exclude<State, "shown">) => string;
}

const BAND = /^(?<under>under-)?(?<from>\d+)(?<dash>-)?(?<to>\d+)?$/;

function valueIn(words: ResultLabels, variable: Breakdown, value: string): string {
  if (variable === "sex" || variable === "finished") {
    const named: Readonly<Record<string, string>> = words.values[variable];
    return named[value] ?? value;
  }
  if (value === NO_INTERVIEW) return words.values.noInterview;
  const { under, from, dash, to } = BAND.exec(value)?.groups ?? {};
  if (from === undefined) return value;
  const { one, many } = words.units[variable];
  const alone = `${from} ${from === "1" ? one : many}`;
  if (under !== undefined) return fill(words.bands.under, { n: alone });
  if (to !== undefined) return `${from}–${to} ${many}`;
  return dash === undefined ? alone : fill(words.bands.over, { n: `${from} ${many}` });
}

function labelsOf(language: ResultLanguage): Labels {
  const words = RESULT_LABELS[language];
  return {
    ...words,
    short: (measure) => (isIndex(measure) ? words.indexNames[measure] : words.shortItems[measure]),
    statement: (item, term = words.jobcentre) => withTerm(words.statements[item], term),
    number: (item) => `${item.slice(1)}.`,
    value: (variable, value) => valueIn(words, variable, value),
    everybody: (whole) => words.whole[whole === "country" ? whole : "participants"].name,
    absent: (state) => words.states[state],
  };
}

const LABELS: Readonly<Record<ResultLanguage, Labels>> = { da: labelsOf("da"), en: labelsOf("en") };

/** The labels in a language. */
export const labelsIn = (language: ResultLanguage): Labels => LABELS[language];
