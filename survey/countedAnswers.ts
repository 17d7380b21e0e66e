/** Which of a respondent's stored answers count (DESIGN §7): the final ones; without them the fullest draft. */
import { countClosed, type Answers } from "./answers.ts";
import type { Questionnaire } from "./questionnaire.ts";

export interface StoredAnswers {
  /** Random name of the draft they belong to. */
  client: string;
  /** Counter inside the draft. */
  version: number;
  final: boolean;
  answers: Answers;
  questionnaire: Questionnaire;
}

/**
 * The final answers if there are some, else the draft with most closed items, then most answers, then the higher version;
 * `null` when nothing is stored. The order of the rows does not matter.
 */
export function countedAnswers<T extends StoredAnswers>(rows: readonly T[]): T | null {
  const final = rows.find((row) => row.final);
  return final ?? rows.toSorted(byFullness).at(0) ?? null;
}

function byFullness(a: StoredAnswers, b: StoredAnswers): number {
  return (
    countClosed(b.answers, b.questionnaire) - countClosed(a.answers, a.questionnaire) ||
    Object.keys(b.answers).length - Object.keys(a.answers).length ||
    b.version - a.version ||
    (a.client < b.client ? -1 : 1)
  );
}
