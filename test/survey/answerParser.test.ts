import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerParser } from "#survey/answerParser.ts";
import { canonicalJson } from "#survey/answers.ts";
import { CLOSED_ITEM_IDS, questionnaireOf } from "#survey/questionnaire.ts";

const questionnaire = questionnaireOf("2026-1");
if (!questionnaire) throw new Error("2026-1 is published");
const localQuestions = [
  { id: "l2", text: "Hvad savner du?" },
  { id: "l1", text: "Kender du Jobnet?", options: ["Ja", "Nej", "Måske"] },
];
const parser = answerParser({ questionnaire, localQuestions });

describe("fromFields", () => {
  it("reads codes, texts, the mark and local questions; empty strings are no answers", () => {
    const fields = {
      q1: "1",
      q2: "8",
      q3: "",
      no_interview: "",
      q14: " a\r\nb ",
      q15: " ",
      l1: "3",
      l2: "c",
    };
    expect(parser.fromFields(fields)).toEqual({
      ok: true,
      answers: { q1: 1, q2: 8, q14: "a\nb", l1: 3, l2: "c" },
    });
  });

  it("drops what »no interview« hides", () => {
    expect(parser.fromFields({ q7: "1", q10: "8", no_interview: "1" })).toEqual({
      ok: true,
      answers: { no_interview: true },
    });
  });

  it.each(["0", "6", "7", "9", "10", "1.0", " 1", "١", "-1", "1e0"])(
    "takes no %j for a closed item",
    (value) => {
      expect(parser.fromFields({ q1: value })).toEqual({
        ok: false,
        errors: [{ field: "q1", code: "choice" }],
      });
    },
  );

  it("knows how many options a local question has", () => {
    expect(parser.fromFields({ l1: "3" })).toMatchObject({ ok: true });
    for (const value of ["4", "8", "0"])
      expect(parser.fromFields({ l1: value })).toEqual({
        ok: false,
        errors: [{ field: "l1", code: "choice" }],
      });
  });

  it("counts the characters of a text after it is normalised", () => {
    const lines = "a\r\n".repeat(2000);
    expect(parser.fromFields({ q14: lines })).toMatchObject({ ok: true });
    expect(parser.fromFields({ q14: "🙂".repeat(4000) })).toMatchObject({ ok: true });
    expect(parser.fromFields({ q14: "x".repeat(4001), q15: "y" })).toEqual({
      ok: false,
      errors: [{ field: "q14", code: "too_long" }],
    });
  });

  it("refuses fields that are no questions here, without repeating their names", () => {
    for (const field of ["q16", "Q1", "l3", "code", "__proto__", "constructor"]) {
      const fields = Object.fromEntries([[field, "1"]]);
      expect(parser.fromFields(fields)).toEqual({ ok: false, errors: [{ field: "", code: "unknown" }] });
    }
  });

  it("tells all that is wrong at once", () => {
    const wrong = parser.fromFields({
      q1: "9",
      l1: "x",
      q15: "x".repeat(4001),
      no_interview: "yes",
      more: "1",
    });
    expect(wrong).toEqual({
      ok: false,
      errors: expect.arrayContaining([
        { field: "q1", code: "choice" },
        { field: "no_interview", code: "choice" },
        { field: "q15", code: "too_long" },
        { field: "l1", code: "choice" },
        { field: "", code: "unknown" },
      ]),
    });
  });
});

const closed = fc.constantFrom("", "1", "2", "3", "4", "5", "8");
const text = fc.string({ unit: "binary", maxLength: 200 });
const fields = fc.record(
  {
    ...Object.fromEntries(CLOSED_ITEM_IDS.map((id) => [id, closed])),
    no_interview: fc.constantFrom("", "1"),
    q14: text,
    q15: text,
    l1: fc.constantFrom("", "1", "2", "3"),
    l2: text,
  },
  { requiredKeys: [] },
);

describe("fromCanonical", () => {
  it("reads back whatever a form can hold", () => {
    fc.assert(
      fc.property(fields, (given) => {
        const parsed = parser.fromFields(given);
        const answers = parsed.ok ? parsed.answers : null;
        expect(answers).not.toBeNull();
        expect(parser.fromCanonical(canonicalJson(answers ?? {}))).toEqual(answers);
      }),
    );
  });

  it.each([
    "",
    "null",
    "[]",
    "1",
    '{"q2":1,"q1":1}',
    '{"q1":1 }',
    '{"q1":"1"}',
    '{"q1":9}',
    '{"q1":null}',
    '{"no_interview":false}',
    '{"q7":1,"no_interview":true}',
    '{"q14":""}',
    '{"q14":" a"}',
    '{"q14":"a\\r\\nb"}',
    `{"q14":"${"x".repeat(4001)}"}`,
    '{"l1":4}',
    '{"l3":1}',
    '{"q1":1,"q1":1}',
  ])("refuses %s, which canonicalJson never writes", (plaintext) => {
    expect(parser.fromCanonical(plaintext)).toBeNull();
  });
});
