import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countQuantile,
  meanCount,
  probabilityOfAtLeast,
  trimmed,
  type CountDistribution,
} from "#survey/forecast/countDistribution.ts";

const die: CountDistribution = { from: 1, probabilities: new Float64Array(6).fill(1 / 6) };
const twoDice: CountDistribution = {
  from: 2,
  probabilities: Float64Array.from([1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1], (ways) => ways / 36),
};

const anyDistribution = fc
  .record({
    from: fc.nat(20),
    terms: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ from, terms }): CountDistribution => {
    const total = terms.reduce((sum, term) => sum + term, 0);
    return { from, probabilities: Float64Array.from(terms, (term) => term / total) };
  });

describe("meanCount", () => {
  it("is seven for two dice", () => {
    expect(meanCount(twoDice)).toBeCloseTo(7, 12);
  });
});

describe("probabilityOfAtLeast", () => {
  it.each([
    [1, 1],
    [2, 1],
    [11, 3 / 36],
    [12, 1 / 36],
    [13, 0],
  ])("two dice show at least %d", (k, expected) => {
    expect(probabilityOfAtLeast(twoDice, k)).toBeCloseTo(expected, 14);
  });
});

describe("countQuantile", () => {
  it("is the smallest count that reaches the probability", () => {
    fc.assert(
      fc.property(anyDistribution, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (counts, q) => {
        const k = countQuantile(counts, q);
        expect(1 - probabilityOfAtLeast(counts, k + 1)).toBeGreaterThanOrEqual(q - 1e-12);
        expect(1 - probabilityOfAtLeast(counts, k)).toBeLessThan(q + 1e-12);
      }),
    );
  });

  it.each([0, 1, -1, NaN])("throws at %d", (q) => {
    expect(() => countQuantile(die, q)).toThrow(RangeError);
  });
});

describe("trimmed", () => {
  it("leaves out negligible counts at the ends only", () => {
    const counts = trimmed({ from: 3, probabilities: new Float64Array([1e-30, 0.5, 0, 0.5, 1e-25]) });
    expect(counts.from).toBe(4);
    expect([...counts.probabilities]).toEqual([0.5, 0, 0.5]);
  });
});
