import { describe, expect, it } from "vitest";
import { expectedPrecision } from "#survey/sample/expectedPrecision.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };

const { survey_shape: shape } = vectors;

describe("expectedPrecision", () => {
  it("gives the example of its documentation", () => {
    const precision = expectedPrecision([
      { population: 100, expectedAnswers: 50 },
      { population: 300, expectedAnswers: 50 },
    ]);
    expect(precision?.designEffect).toBeCloseTo(1.25, 12);
    expect(precision?.effectiveAnswers).toBeCloseTo(80, 12);
    expect(precision?.margin).toBeCloseTo(1.959963984540054 * Math.sqrt((0.25 / 80) * 0.75), 12);
  });

  it.each(Object.entries(shape.oversampling_tradeoff))(
    "allocation.json, Kish's design effect: %s",
    (_, way) => {
      const answers = way.n.map((n, h) => n * (shape.response_rate[h] ?? 0));
      const groups = [340, 270, 230, 160].map((share, h) => ({
        population: share * 1000,
        expectedAnswers: answers[h] ?? 0,
      }));
      expect(expectedPrecision(groups)?.designEffect).toBeCloseTo(way.kish_deff_if_W_340_270_230_160, 10);
    },
  );

  it("knows no precision without answers, and no margin where everybody answers", () => {
    expect(expectedPrecision([{ population: 100, expectedAnswers: 0 }])).toBeNull();
    expect(expectedPrecision([{ population: 70, expectedAnswers: 70 }])?.margin).toBe(0);
  });
});
