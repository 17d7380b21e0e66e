import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOfAtLeast } from "#survey/forecast/countDistribution.ts";
import { responseTail } from "#survey/forecast/responseTail.ts";
import { binomial, sumOfCounts } from "./convolution.ts";

/** The same by convolution of the binomial distributions. */
const byConvolution = (invited: readonly number[], rates: readonly number[], target: number): number =>
  probabilityOfAtLeast(invited.map((n, h) => binomial(n, rates[h] ?? 0)).reduce(sumOfCounts), target);

const group = fc.record({
  n: fc.oneof(fc.nat(20), fc.nat(800)),
  rate: fc.oneof(fc.constantFrom(0, 1, 0.5, 1e-6), fc.double({ min: 0, max: 1, noNaN: true })),
});

describe("responseTail", () => {
  it("is the tail of the convolution to 1e-13, for any groups, rates and target", () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 5 }),
        fc.double({ min: -6, max: 6, noNaN: true }),
        (groups, deviations) => {
          const [invited, rates] = [groups.map(({ n }) => n), groups.map(({ rate }) => rate)];
          const mean = groups.reduce((sum, { n, rate }) => sum + n * rate, 0);
          const variance = groups.reduce((sum, { n, rate }) => sum + n * rate * (1 - rate), 0);
          const target = Math.round(mean + deviations * Math.sqrt(variance + 1));
          const expected = byConvolution(invited, rates, target);
          expect(Math.abs(responseTail(invited, rates, target) - expected)).toBeLessThan(1e-13);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is certain for no target, impossible beyond everybody, and right at everybody", () => {
    expect(responseTail([5, 5], [0.2, 0.4], 0)).toBe(1);
    expect(responseTail([5, 5], [0.2, 0.4], 11)).toBe(0);
    expect(responseTail([3, 2], [0.5, 0.2], 5)).toBeCloseTo(0.5 ** 3 * 0.2 ** 2, 15);
    expect(responseTail([3, 2], [1, 1], 5)).toBeCloseTo(1, 14);
    expect(responseTail([3, 2], [0, 0], 1)).toBeCloseTo(0, 14);
    expect(responseTail([], [], 1)).toBe(0);
  });
});
