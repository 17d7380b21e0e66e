import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countQuantile, meanCount, probabilityOfAtLeast } from "#survey/forecast/countDistribution.ts";
import { fieldForecast, forecastOverCurves, priorOf } from "#survey/forecast/fieldForecast.ts";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import vectors from "../../vectors/forecast.json" with { type: "json" };

const apart = (found: number, expected: number): number => Math.abs(found - expected);

describe("forecast.json", () => {
  it.each(vectors.midfield)("$input", ({ input, expected }) => {
    const { invited, answered, completeness, prior_a: a, prior_b: b, target } = input;
    const { final, meanRate } = fieldForecast([{ invited, answered, completeness }], { a, b });
    expect(apart(probabilityOfAtLeast(final, target), expected.p_ge_T)).toBeLessThan(1e-6);
    expect([0.05, 0.5, 0.95].map((q) => countQuantile(final, q))).toEqual([
      expected.q05,
      expected.q50,
      expected.q95,
    ]);
    expect(apart(meanCount(final) / expected.forecast_mean, 1)).toBeLessThan(1e-8);
    expect(apart(meanRate / expected.posterior_mean_p, 1)).toBeLessThan(1e-8);
  });

  it.each(vectors.prob_ge_200.n.map((n, i) => ({ n, p: vectors.prob_ge_200.p[i] ?? 0, i })))(
    "before anybody has answered it is the beta-binomial: n=$n, p=$p",
    ({ n, p, i }) => {
      const { final } = fieldForecast(
        [{ invited: n, answered: 0, completeness: 0 }],
        priorOf(p, 1 / 0.002 - 1),
      );
      expect(
        apart(probabilityOfAtLeast(final, 200), vectors.prob_ge_200.betabinom_icc002[i] ?? 0),
      ).toBeLessThan(1e-8);
    },
  );
});

const part = fc
  .record({
    invited: fc.integer({ min: 1, max: 120 }),
    completeness: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  })
  .chain((p) => fc.nat(p.invited).map((answered) => ({ ...p, answered })));

describe("fieldForecast", () => {
  it("is the integral over p, for people invited at different times", () => {
    const prior = { a: 4, b: 14 };
    const ones = [
      { invited: 60, answered: 9, completeness: 0.6 },
      { invited: 30, answered: 2, completeness: 0.2 },
    ];
    const { final } = fieldForecast(ones, prior);
    const steps = 20_000;
    let [mass, above] = [0, 0];
    for (let i = 0; i < steps; i++) {
      const p = (i + 0.5) / steps;
      const likelihood = ones.reduce(
        (product, { invited, answered, completeness: c }) =>
          product * (p * c) ** answered * (1 - p * c) ** (invited - answered),
        p ** (prior.a - 1) * (1 - p) ** (prior.b - 1),
      );
      const left = ones.map(({ invited, answered }) => invited - answered);
      const rates = ones.map(({ completeness: c }) => (p * (1 - c)) / (1 - p * c));
      mass += likelihood;
      above += likelihood * probabilityOfAnswers(left, [{ weight: 1, rates }], 20 - 11);
    }
    expect(apart(probabilityOfAtLeast(final, 20), above / mass)).toBeLessThan(1e-6);
  });

  it("is a distribution from the answers so far to everybody", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const { final } = fieldForecast(parts, { a: 5, b: 20 });
        const answered = parts.reduce((sum, p) => sum + p.answered, 0);
        const invited = parts.reduce((sum, p) => sum + p.invited, 0);
        expect(
          apart(
            final.probabilities.reduce((sum, p) => sum + p, 0),
            1,
          ),
        ).toBeLessThan(1e-9);
        expect(final.from).toBeGreaterThanOrEqual(answered);
        expect(final.from + final.probabilities.length - 1).toBeLessThanOrEqual(invited);
      }),
      { numRuns: 50 },
    );
  });

  it("does not care how people with one completeness are divided into parts", () => {
    const whole = fieldForecast([{ invited: 90, answered: 12, completeness: 0.5 }], { a: 3, b: 9 });
    const divided = fieldForecast(
      [
        { invited: 50, answered: 10, completeness: 0.5 },
        { invited: 40, answered: 2, completeness: 0.5 },
      ],
      { a: 3, b: 9 },
    );
    for (let k = 12; k <= 90; k++) {
      expect(
        apart(probabilityOfAtLeast(whole.final, k), probabilityOfAtLeast(divided.final, k)),
      ).toBeLessThan(1e-10);
    }
  });

  it("knows the end when the round is over", () => {
    const { final } = fieldForecast([{ invited: 90, answered: 12, completeness: 1 }], { a: 3, b: 9 });
    expect(Array.from(final.probabilities)).toEqual([1]);
    expect(final.from).toBe(12);
  });

  it("agrees with the planning tools before field work", () => {
    const planned = probabilityOfAnswers([400], rateScenarios([0.2], 0.01, 400), 80);
    const { final } = fieldForecast([{ invited: 400, answered: 0, completeness: 0 }], priorOf(0.2, 99));
    expect(apart(probabilityOfAtLeast(final, 80), planned)).toBeLessThan(1e-8);
  });

  it.each([
    { invited: 10, answered: 11, completeness: 0.5 },
    { invited: 10, answered: 1, completeness: 0 },
    { invited: 10, answered: 1, completeness: 1.1 },
    { invited: 10, answered: 1.5, completeness: 0.5 },
  ])("refuses %j", (wrong) => {
    expect(() => fieldForecast([wrong], { a: 1, b: 1 })).toThrow(RangeError);
  });
});

const parts = (completeness: number) => [{ invited: 300, answered: 45, completeness }];

describe("forecastOverCurves", () => {
  const prior = { a: 20, b: 80 };

  it("is the one forecast when there is one curve", () => {
    expect(forecastOverCurves([{ weight: 1, parts: parts(0.5) }], prior).final).toEqual(
      fieldForecast(parts(0.5), prior).final,
    );
  });

  it("is wider than each, and leans to the curve that explains the answers better", () => {
    const mixed = forecastOverCurves(
      [0.4, 0.5, 0.6].map((c) => ({ weight: 1 / 3, parts: parts(c) })),
      prior,
    );
    const width = (final: typeof mixed.final) => countQuantile(final, 0.95) - countQuantile(final, 0.05);
    expect(width(mixed.final)).toBeGreaterThan(width(fieldForecast(parts(0.5), prior).final));
    const far = forecastOverCurves(
      [
        { weight: 0.5, parts: parts(0.75) },
        { weight: 0.5, parts: parts(0.1) },
      ],
      prior,
    );
    expect(apart(meanCount(far.final) / meanCount(fieldForecast(parts(0.75), prior).final), 1)).toBeLessThan(
      0.01,
    );
  });
});
