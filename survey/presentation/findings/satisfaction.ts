/** How satisfied people are all in all. */
import type { ResultFindings } from "../../texts/results.ts";
import { OVERALL, type AbsentCell, type CellReading, type DomainReading } from "../reading.ts";
import type { Answer, Speech } from "./speech.ts";

export interface Satisfaction extends Answer {
  cell: CellReading;
  /** `62 %`, or `null` where it is not shown; `text` goes on from there. */
  figure: string | null;
  text: string;
  /** Of the details the uncertainty and how many answered: what has to stand beside the figure. */
  brief: readonly string[];
}

/** Why a cell has no number, in a sentence. */
export const absenceOf = (cell: AbsentCell, { absence }: ResultFindings): string =>
  absence[cell.state === "withheld" ? cell.reason : cell.state];

/** How many were asked and answered; null where it is withheld. */
interface Response {
  answers: number | null;
  responseRate: number | null;
  /** The page already says that all of its numbers are uncertain. */
  uncertain: boolean;
}

export function satisfactionOf(domain: DomainReading, response: Response, speech: Speech): Satisfaction {
  const { words, numbers } = speech;
  const { heading, text, base } = words.satisfaction;
  const cell = domain.cell(OVERALL);
  const { answers, responseRate } = response;
  const bases =
    answers === null || responseRate === null
      ? []
      : [base(numbers.count(answers), numbers.percent(responseRate))];
  if (cell.state !== "shown") {
    return { heading, cell, figure: null, text, lead: absenceOf(cell, words), details: bases, brief: bases };
  }
  const { positive, mean } = cell.weighted;
  const figure = numbers.percent(positive.estimate);
  const interval =
    positive.low === null || positive.high === null
      ? words.satisfaction.noInterval
      : words.satisfaction.interval(numbers.percent(positive.low), numbers.percent(positive.high));
  const score = words.satisfaction.mean(numbers.score(mean.estimate), numbers.limits(mean, numbers.score));
  const rest = [...(cell.uncertain && !response.uncertain ? [words.satisfaction.uncertain] : []), ...bases];
  return {
    heading,
    cell,
    figure,
    text,
    lead: `${figure} ${text}.`,
    details: [interval, score, ...rest],
    brief: [interval, ...rest],
  };
}
