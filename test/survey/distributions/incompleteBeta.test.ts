import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteBeta } from "#survey/distributions/incompleteBeta.ts";

const shape = fc.double({ min: 0.05, max: 3000, noNaN: true });
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe("incompleteBeta", () => {
  it("gives the example of its documentation", () => {
    expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(0.6875, 14);
  });

  it.each([
    [0.01, 0.5, 12.5, 0.3802994469585505],
    [0.2, 109.78, 389.22, 0.13946040772954865],
    [0.3, 109.78, 389.22, 0.9999727241313683],
    [0.7, 30, 2, 0.0002253934029069226],
    [0.199, 5000, 20000, 0.3473025692062377],
    [0.25, 5000, 20000, 1],
  ])("agrees with mpmath quadrature at x=%d, a=%d, b=%d", (x, a, b, expected) => {
    expect(Math.abs(incompleteBeta(x, a, b) - expected)).toBeLessThan(1e-13 * expected);
  });

  it("is 0 and 1 at the ends", () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });

  it("is x^a for b = 1 and mirrors the shapes", () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(Math.abs(incompleteBeta(x, a, 1) - x ** a)).toBeLessThan(1e-12);
        expect(Math.abs(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a) - 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it.each([
    [0.5, 0, 1],
    [0.5, 1, -1],
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [NaN, 1, 1],
  ])("throws at x=%d, a=%d, b=%d", (x, a, b) => {
    expect(() => incompleteBeta(x, a, b)).toThrow(RangeError);
  });
});
