import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOfAnswers, quantileOfAnswers } from "#survey/forecast/answers.ts";
import { expectedAnswers } from "#survey/forecast/expectedAnswers.ts";
import { countQuantile, probabilityOfAtLeast } from "#survey/forecast/countDistribution.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { smallestSize } from "#survey/sample/smallestSize.ts";
import { answersDistribution } from "./convolution.ts";
import vectors from "../../vectors/forecast.json" with { type: "json" };

const TARGET = 200;
const ICC = 0.002;
const chance = (n: number, p: number, icc: number): number =>
  probabilityOfAnswers([n], rateScenarios([p], icc, n), TARGET);

describe("forecast.json", () => {
  const { prob_ge_200: table, min_gross_sample: gross } = vectors;

  it.each(table.n.map((n, i) => ({ n, p: table.p[i] ?? 0, i })))("P(≥ 200) at n=$n, p=$p", ({ n, p, i }) => {
    expect(Math.abs(chance(n, p, 0) - (table.binom[i] ?? 0))).toBeLessThan(1e-8);
    expect(Math.abs(chance(n, p, ICC) - (table.betabinom_icc002[i] ?? 0))).toBeLessThan(1e-8);
  });

  it.each(gross.p.map((p, i) => ({ p, q: gross.q[i] ?? 0, i })))(
    "smallest gross sample for P(≥ 200) ≥ $q at p=$p",
    ({ p, q, i }) => {
      const smallest = (icc: number) => smallestSize({ from: TARGET, to: 5000 }, q, (n) => chance(n, p, icc));
      expect(smallest(0)).toBe(gross.binom[i]);
      expect(smallest(ICC)).toBe(gross.betabinom_icc002[i]);
    },
  );

  it.each(vectors.four_strata_convolution)("four groups $n", (expected) => {
    const scenarios = rateScenarios(expected.p, 0, 1000);
    const counts = answersDistribution(expected.n, scenarios);
    const mean = expectedAnswers(expected.n, expected.p);
    const variance = counts.probabilities.reduce((sum, p, i) => sum + p * (counts.from + i - mean) ** 2, 0);
    expect(Math.abs(mean / expected.mean - 1)).toBeLessThan(1e-8);
    expect(Math.abs(variance / expected.variance - 1)).toBeLessThan(1e-8);
    expect(Math.abs(probabilityOfAtLeast(counts, TARGET) - expected.p_ge_200)).toBeLessThan(1e-8);
    expect(Math.abs(probabilityOfAnswers(expected.n, scenarios, TARGET) - expected.p_ge_200)).toBeLessThan(
      1e-8,
    );
    expect([0.05, 0.5, 0.95].map((q) => quantileOfAnswers(expected.n, scenarios, q))).toEqual([
      expected.q05,
      expected.q50,
      expected.q95,
    ]);
    expect([0.05, 0.5, 0.95].map((q) => countQuantile(counts, q))).toEqual([
      expected.q05,
      expected.q50,
      expected.q95,
    ]);
  });
});

describe("probabilityOfAnswers", () => {
  it("is the tail of the whole distribution", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0, 0.002, 0.05),
        fc.integer({ min: 0, max: 300 }),
        (invited, icc, target) => {
          const scenarios = rateScenarios([0.28, 0.15, 0.22, 0.19].slice(0, invited.length), icc, 1200);
          const whole = probabilityOfAtLeast(answersDistribution(invited, scenarios), target);
          expect(Math.abs(probabilityOfAnswers(invited, scenarios, target) - whole)).toBeLessThan(1e-10);
        },
      ),
    );
  });

  it("never falls when more are invited", () => {
    const scenarios = rateScenarios([0.28, 0.15, 0.22, 0.19], ICC, 2000);
    fc.assert(
      fc.property(
        fc.array(fc.nat(400), { minLength: 4, maxLength: 4 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 250 }),
        (invited, group, target) => {
          const more = invited.map((n, h) => (h === group ? n + 1 : n));
          expect(probabilityOfAnswers(more, scenarios, target)).toBeGreaterThanOrEqual(
            probabilityOfAnswers(invited, scenarios, target) - 1e-12,
          );
        },
      ),
    );
  });

  it("is certain for no target and impossible beyond the invited", () => {
    const scenarios = rateScenarios([0.2, 0.3], ICC, 100);
    expect(probabilityOfAnswers([50, 50], scenarios, 0)).toBeCloseTo(1, 12);
    expect(probabilityOfAnswers([50, 50], scenarios, 101)).toBe(0);
  });
});

describe("quantileOfAnswers", () => {
  it("is the quantile of the whole distribution", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0, 0.002, 0.05),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (invited, icc, q) => {
          const scenarios = rateScenarios([0.28, 0.15, 0.22, 0.19].slice(0, invited.length), icc, 1200);
          const counts = answersDistribution(invited, scenarios);
          const k = quantileOfAnswers(invited, scenarios, q);
          expect(1 - probabilityOfAtLeast(counts, k + 1)).toBeGreaterThanOrEqual(q - 1e-10);
          expect(1 - probabilityOfAtLeast(counts, k)).toBeLessThan(q + 1e-10);
        },
      ),
    );
  });

  it.each([0, 1, NaN])("throws at %d", (q) => {
    expect(() => quantileOfAnswers([5], [{ weight: 1, rates: [0.5] }], q)).toThrow(RangeError);
  });
});
