import { describe, expect, it } from "vitest";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { requiredRate } from "#survey/sample/requiredRate.ts";
import vectors from "../../vectors/forecast.json" with { type: "json" };

const rule = { targetAnswers: 200, targetProbability: 0.95, icc: 0 };

describe("requiredRate", () => {
  it.each(vectors.small_population)(
    "forecast.json: N=$N at $rate",
    ({ N, rate, p_ge_200_census, rate_needed_p95 }) => {
      const census = probabilityOfAnswers([N], rateScenarios([rate], 0, N), 200);
      expect(Math.abs(census - p_ge_200_census)).toBeLessThan(1e-8);
      expect(Math.abs((requiredRate([N], [rate], rule) ?? 0) / rate_needed_p95 - 1)).toBeLessThan(1e-8);
    },
  );

  it("raises all groups by one factor, none above certain", () => {
    const sample = [60, 80, 70, 40];
    const rates = [0.28, 0.15, 0.22, 0.19];
    const needed = requiredRate(sample, rates, rule) ?? 0;
    const factorFor = (overall: number) => {
      let [low, high] = [0, 10];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        const rate = sample.reduce((sum, n, h) => sum + n * Math.min(1, (rates[h] ?? 0) * middle), 0) / 250;
        if (rate < overall) low = middle;
        else high = middle;
      }
      return high;
    };
    const raised = rates.map((rate) => Math.min(1, rate * factorFor(needed)));
    expect(raised[0]).toBe(1);
    expect(probabilityOfAnswers(sample, rateScenarios(raised, 0, 250), 200)).toBeCloseTo(0.95, 8);
  });

  it("asks for more where the response is uncertain", () => {
    const uncertain = requiredRate([650], [0.22], { ...rule, icc: 0.002 }) ?? 0;
    expect(uncertain).toBeGreaterThan(requiredRate([650], [0.22], rule) ?? 1);
    expect(probabilityOfAnswers([650], rateScenarios([uncertain], 0.002, 650), 200)).toBeCloseTo(0.95, 8);
  });

  it("is null where not even everybody would do, and all where everybody just does", () => {
    expect(requiredRate([150, 49], [0.2, 0.2], rule)).toBeNull();
    expect(requiredRate([150, 50], [0.2, 0.2], rule)).toBeGreaterThan(0.999);
  });
});
