import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootBetween } from "#survey/sample/root.ts";

describe("rootBetween", () => {
  it("gives the example of its documentation", () => {
    expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 10);
  });

  it("finds the zero of rising and falling curves, steep or flat", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 9, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.boolean(),
        (zero, steepness, rising) => {
          const root = rootBetween((x) => (rising ? 1 : -1) * Math.tanh(steepness * (x - zero)), 0, 10);
          expect(Math.abs(root / zero - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it("knows a zero at an end, and throws without a change of sign", () => {
    expect(rootBetween((x) => x, 0, 1)).toBe(0);
    expect(rootBetween((x) => x - 1, 0, 1)).toBe(1);
    expect(() => rootBetween((x) => x + 1, 0, 1)).toThrow(RangeError);
  });
});
