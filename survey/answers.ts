/**
 * What one citizen has answered: option codes for closed questions, text for open ones, nothing for what was skipped.
 * This is what is sealed, and what `pull` opens again.
 */
import { isAnswered } from "./answered.ts";
import {
  CLOSED_ITEM_IDS,
  CODE_NO_INTERVIEW,
  interviewItems,
  TEXT_ITEM_IDS,
  type ItemId,
  type Questionnaire,
} from "./questionnaire.ts";

/** A municipality's own questions. */
export const LOCAL_QUESTION_IDS = ["l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l9"] as const;
export type LocalQuestionId = (typeof LOCAL_QUESTION_IDS)[number];

export type AnswerId = ItemId | "no_interview" | LocalQuestionId;
/** A number for a closed question, a string for free text, `true` for "I have had no interview". */
export type AnswerValue = number | string | true;
export type Answers = Readonly<Partial<Record<AnswerId, AnswerValue>>>;

/** The one order that answers are written in, so that the same answers are the same bytes. */
const ORDER: readonly AnswerId[] = [
  ...CLOSED_ITEM_IDS,
  "no_interview",
  ...TEXT_ITEM_IDS,
  ...LOCAL_QUESTION_IDS,
];

/** The answers without what the routing hides: "I have had no interview" drops the items about it. */
export function withoutHidden(answers: Answers, questionnaire: Questionnaire): Answers {
  if (!answers.no_interview) return answers;
  const hidden = new Set<string>(interviewItems(questionnaire));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)));
}

/** JSON of the answers with keys in the fixed order and no blanks: the plaintext inside the seal. */
export function canonicalJson(answers: Answers): string {
  return JSON.stringify(
    Object.fromEntries(ORDER.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]]))),
  );
}

/** True when nothing at all is answered. */
export const isEmpty = (answers: Answers): boolean => Object.keys(answers).length === 0;

/**
 * The codes of the closed items in the order of {@link CLOSED_ITEM_IDS}: 1–5, 8 (don't know), 9 (had no interview) or
 * `null` (not given).
 */
export function closedCodes(answers: Answers, questionnaire: Questionnaire): (number | null)[] {
  const skipped = new Set<string>(answers.no_interview ? interviewItems(questionnaire) : []);
  return CLOSED_ITEM_IDS.map((id) => {
    const code = answers[id];
    return skipped.has(id) ? CODE_NO_INTERVIEW : typeof code === "number" ? code : null;
  });
}

/** How many of the closed items are given: a value, "don't know", or skipped for want of an interview. */
export const countClosed = (answers: Answers, questionnaire: Questionnaire): number =>
  closedCodes(answers, questionnaire).filter((code) => code !== null).length;

/** Whether opened answers are an answer; the rule is in `answered.ts`. */
export const isAnswer = (answers: Answers, questionnaire: Questionnaire): boolean =>
  isAnswered(closedCodes(answers, questionnaire));
