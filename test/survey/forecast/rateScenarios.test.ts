import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "#survey/distributions/logGamma.ts";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** P(K ≥ k) of the beta-binomial distribution, from its closed form. */
function betaBinomialTail(n: number, p: number, icc: number, k: number): number {
  const [a, b] = [p * (1 / icc - 1), (1 - p) * (1 / icc - 1)];
  let sum = 0;
  for (let j = k; j <= n; j++) {
    const ways = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    sum += Math.exp(ways + logBeta(j + a, n - j + b) - logBeta(a, b));
  }
  return sum;
}

describe("rateScenarios", () => {
  it("is one scenario when citizens are independent", () => {
    expect(rateScenarios([0.2, 1.4], 0, 1000)).toEqual([{ weight: 1, rates: [0.2, 1] }]);
  });

  it("keeps the expected rates, exactly as weighted means", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.02, max: 0.95, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0.0001, max: 0.1, noNaN: true }),
        (rates, icc) => {
          const scenarios = rateScenarios(rates, icc, 1000);
          rates.forEach((rate, group) => {
            const mean = scenarios.reduce((sum, s) => sum + s.weight * (s.rates[group] ?? 0), 0);
            expect(Math.abs(mean - rate)).toBeLessThan(1e-8);
          });
          expect(scenarios.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it("moves all groups together", () => {
    const scenarios = rateScenarios([0.28, 0.15], 0.002, 1000);
    for (let i = 1; i < scenarios.length; i++) {
      for (const group of [0, 1]) {
        const [before, now] = [scenarios[i - 1]?.rates[group] ?? 0, scenarios[i]?.rates[group] ?? 0];
        expect(now).toBeGreaterThan(before);
      }
    }
  });

  it("keeps certain groups certain", () => {
    expect(rateScenarios([1, 0], 0.01, 500).every(({ rates }) => rates[0] === 1 && rates[1] === 0)).toBe(
      true,
    );
  });

  it.each([0.0001, 0.002, 0.01, 0.05, 0.3])(
    "makes groups of one rate beta-binomial together, to 1e-9 (icc %d)",
    (icc) => {
      for (const n of [50, 400, 1000, 2000]) {
        for (const p of [0.05, 0.2, 0.5, 0.9]) {
          const scenarios = rateScenarios([p, p], icc, n);
          const half = Math.floor(n / 2);
          for (const k of [Math.floor(n * p * 0.7), Math.floor(n * p), Math.ceil(n * p * 1.05)]) {
            const expected = betaBinomialTail(n, p, icc, k);
            expect(Math.abs(probabilityOfAnswers([half, n - half], scenarios, k) - expected)).toBeLessThan(
              1e-9,
            );
          }
        }
      }
    },
  );

  it.each([-0.1, 1, NaN])("throws for icc %d", (icc) => {
    expect(() => rateScenarios([0.2], icc, 100)).toThrow(RangeError);
  });
});
