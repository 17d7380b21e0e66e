import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "#survey/distributions/logGamma.ts";

describe("logGamma", () => {
  it("gives the example of its documentation", () => {
    expect(logGamma(5)).toBeCloseTo(3.1780538303479458, 14);
  });

  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [3, Math.LN2],
    [15, 25.191221182738683],
    [100, 359.1342053695754],
    [24500.5, 223108.41465188656],
  ])("agrees with mpmath (40 digits) at %d", (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(2e-15 * Math.max(1, Math.abs(expected)));
  });

  it("satisfies Γ(x + 1) = x Γ(x)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-11);
      }),
    );
  });

  it.each([0, -1, NaN, Infinity])("throws for %d", (x) => {
    expect(() => logGamma(x)).toThrow(RangeError);
  });
});
