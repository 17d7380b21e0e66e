import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile } from "#survey/distributions/betaQuantile.ts";
import { incompleteBeta } from "#survey/distributions/incompleteBeta.ts";

describe("betaQuantile", () => {
  it("gives the example of its documentation", () => {
    expect(betaQuantile(0.6875, 2, 3)).toBeCloseTo(0.5, 14);
  });

  it.each([
    [0.025, 0.9, 12, 0.0013399717695214725],
    [0.975, 3, 10, 0.48413774868596715],
    [0.025, 109.78, 389.22, 0.18478014450599856],
    [0.000001, 20, 389, 0.013372002399834867],
    [0.025, 700, 1300, 0.3292461317080551],
    [0.5, 0.5, 0.5, 0.5],
  ])("agrees with mpmath at p=%d, a=%d, b=%d", (p, a, b, expected) => {
    expect(Math.abs(betaQuantile(p, a, b) / expected - 1)).toBeLessThan(1e-12);
  });

  it("is the inverse of the distribution function", () => {
    const shape = fc.oneof(
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        fc.pre(x < 1 - 1e-9);
        expect(Math.abs(incompleteBeta(x, a, b) / p - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it("reaches the ends", () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
  });

  it.each([
    [0.5, 0, 1],
    [0.5, 1, 0],
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [NaN, 1, 1],
  ])("throws at p=%d, a=%d, b=%d", (p, a, b) => {
    expect(() => betaQuantile(p, a, b)).toThrow(RangeError);
  });
});
