import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedEstimates } from "#survey/estimate/estimates.ts";
import { simpleMean } from "#survey/estimate/meanEstimate.ts";

/** The estimates of that many answers with the codes 1 to 5, each counting the same. */
function simpleEstimates(counts: readonly number[]) {
  const codes = counts.flatMap((n, place) => Array.from({ length: n }, () => place + 1));
  const members = Int32Array.from(codes.keys());
  const scores = Float64Array.from(codes, (code) => (5 - code) * 25);
  const positive = Float64Array.from(codes, (code) => Number(code <= 2));
  return publishedEstimates(simpleMean(scores, members), simpleMean(positive, members), counts);
}

describe("estimates of a simple random sample", () => {
  it("is the textbook's for a simple random sample", () => {
    // Scores 100, 75, 50, 25, 0 with 10, 20, 30, 25, 15 answers: mean 46.25, s² = 901.2, SE = 3.002, t_99 = 1.984.
    const published = simpleEstimates([10, 20, 30, 25, 15]);
    expect(published.distribution).toEqual([10, 20, 30, 25, 15]);
    expect(published.mean).toEqual({ estimate: 46.3, low: 40.3, high: 52.2 });
    // Clopper–Pearson for 30 of 100: 21.2 to 40.0 %.
    expect(published.positive).toEqual({ estimate: 30, low: 21, high: 40 });
  });

  it("gives finite intervals for everybody and nobody", () => {
    // Clopper–Pearson for 40 of 40: from 0.025^(1/40) = 91.2 %.
    expect(simpleEstimates([40, 0, 0, 0, 0])).toEqual({
      distribution: [100, 0, 0, 0, 0],
      mean: { estimate: 100, low: 100, high: 100 },
      positive: { estimate: 100, low: 91, high: 100 },
    });
    expect(simpleEstimates([0, 0, 0, 0, 40]).positive).toEqual({
      estimate: 0,
      low: 0,
      high: 9,
    });
  });

  it("has no interval on a single answer", () => {
    const { mean, positive } = simpleEstimates([0, 1, 0, 0, 0]);
    expect(mean).toEqual({ estimate: 75, low: null, high: null });
    expect(positive).toEqual({ estimate: 100, low: null, high: null });
  });

  it("keeps intervals around the estimate and on the scale, and shares near 100 in all", () => {
    const counts = fc.array(fc.nat(2000), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (codes) => {
        fc.pre(codes.some((n) => n > 0));
        const { distribution, mean, positive } = simpleEstimates(codes);
        expect(Math.abs(distribution.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(2);
        for (const { estimate, low, high } of [mean, positive]) {
          expect(low ?? 0).toBeGreaterThanOrEqual(0);
          expect(low ?? 0).toBeLessThanOrEqual(estimate);
          expect(high ?? 100).toBeGreaterThanOrEqual(estimate);
          expect(high ?? 100).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
