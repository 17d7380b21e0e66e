import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomial } from "#survey/forecast/binomial.ts";

describe("binomial", () => {
  it("is the textbook's for four throws of a coin", () => {
    const { from, probabilities } = binomial(4, 0.5);
    expect(from).toBe(0);
    [1, 4, 6, 4, 1].forEach((ways, k) => expect(probabilities[k]).toBeCloseTo(ways / 16, 15));
  });

  it("is certain for nobody, for no chance and for every chance", () => {
    expect(binomial(0, 0.3)).toEqual({ from: 0, probabilities: new Float64Array([1]) });
    expect(binomial(9, 0)).toEqual({ from: 0, probabilities: new Float64Array([1]) });
    expect(binomial(9, 1)).toEqual({ from: 9, probabilities: new Float64Array([1]) });
  });

  it("has mean n p and variance n p (1 − p), also where (1 − p)^n underflows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30_000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (n, p) => {
          const { from, probabilities } = binomial(n, p);
          let [sum, mean, square] = [0, 0, 0];
          probabilities.forEach((probability, i) => {
            sum += probability;
            mean += probability * (from + i);
            square += probability * (from + i - n * p) ** 2;
          });
          expect(sum).toBeCloseTo(1, 12);
          expect(Math.abs(mean - n * p)).toBeLessThan(1e-9 * n);
          expect(Math.abs(square / (n * p * (1 - p)) - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([
    [-1, 0.5],
    [1.5, 0.5],
    [3, -0.1],
    [3, 1.1],
    [3, NaN],
  ])("throws for n=%d, p=%d", (n, p) => {
    expect(() => binomial(n, p)).toThrow(RangeError);
  });
});
