import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  closedCodes,
  countClosed,
  isAnswer,
  isEmpty,
  withoutHidden,
} from "#survey/answers.ts";
import { ANSWER_COLUMNS } from "#survey/files.ts";
import { CLOSED_ITEM_IDS, questionnaireOf } from "#survey/questionnaire.ts";

const questionnaire = questionnaireOf("2026-1");
if (!questionnaire) throw new Error("2026-1 is published");

describe("canonicalJson", () => {
  it("writes the keys in one order, whatever order they came in", () => {
    expect(canonicalJson({ l2: "b", l1: 1, q15: "a", no_interview: true, q13: 8, q2: 1, q14: "c" })).toBe(
      '{"q2":1,"q13":8,"no_interview":true,"q14":"c","q15":"a","l1":1,"l2":"b"}',
    );
    expect(canonicalJson({})).toBe("{}");
  });
});

describe("withoutHidden", () => {
  it("drops the items about the interview for somebody who has had none", () => {
    const given = { q6: 1, q7: 1, q8: 2, q9: 3, q10: 4, q11: 5 };
    expect(withoutHidden({ ...given, no_interview: true }, questionnaire)).toEqual({
      q6: 1,
      q11: 5,
      no_interview: true,
    });
    expect(withoutHidden(given, questionnaire)).toEqual(given);
  });
});

describe("closedCodes", () => {
  it("stands in the order of the columns of answers.csv", () => {
    expect(ANSWER_COLUMNS.slice(1, -1)).toEqual(CLOSED_ITEM_IDS);
    expect(closedCodes({ q1: 1, q13: 8, q14: "x", l1: 2 }, questionnaire)).toEqual([
      1,
      ...Array<null>(11).fill(null),
      8,
    ]);
  });

  it("writes 9 for the items that »no interview« skips", () => {
    expect(closedCodes({ no_interview: true }, questionnaire)).toEqual([
      ...Array<null>(6).fill(null),
      9,
      9,
      9,
      9,
      ...Array<null>(3).fill(null),
    ]);
  });
});

describe("an answer", () => {
  it("is at least 7 closed items: a value, don't know or skipped; texts and local questions do not count", () => {
    const three = { q1: 1, q2: 8, q3: 5 };
    expect(countClosed(three, questionnaire)).toBe(3);
    expect(countClosed({ ...three, no_interview: true }, questionnaire)).toBe(7);
    expect(isAnswer({ ...three, no_interview: true }, questionnaire)).toBe(true);
    expect(isAnswer({ q1: 1, q2: 8, no_interview: true, q14: "x", l1: 1 }, questionnaire)).toBe(false);
    expect(isAnswer({}, questionnaire)).toBe(false);
  });

  it("is empty only when nothing at all is given", () => {
    expect(isEmpty({})).toBe(true);
    expect(isEmpty({ l1: 1 })).toBe(false);
    expect(isEmpty({ no_interview: true })).toBe(false);
  });
});
