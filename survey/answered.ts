/** When what somebody has given is an answer: one rule for the 200 answers, the rates, the weights and the estimates. */
import { CODE_DONT_KNOW, CODE_NO_INTERVIEW, VALUE_CODES } from "./questionnaire.ts";

/** Of the 13 closed items, this many must be given (DESIGN §4): half of them or more. */
export const ANSWER_MINIMUM_ITEMS = 7;

const GIVEN: ReadonlySet<number> = new Set([...VALUE_CODES, CODE_DONT_KNOW, CODE_NO_INTERVIEW]);

/**
 * True when at least 7 of the closed items are given, sent or not. "Don't know" (8) and "had no interview" (9) are given; an
 * item that was skipped (`null`) is not.
 * @param codes the codes of the closed items, in any order.
 * @example isAnswered([1, 2, 8, 3, null, null, 9, 9, 9, 9, null, null, null]) // true
 */
export const isAnswered = (codes: readonly (number | null)[]): boolean =>
  codes.filter((code) => code !== null && GIVEN.has(code)).length >= ANSWER_MINIMUM_ITEMS;
