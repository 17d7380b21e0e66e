import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstReaching } from "#survey/forecast/firstReaching.ts";

describe("firstReaching", () => {
  it("finds the first of any steps that never fall", () => {
    const steps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.double({ min: 0.001, max: 1, noNaN: true }), (values, level) => {
        const rising = [0, ...values.toSorted((a, b) => a - b), 1];
        const found = firstReaching(
          {
            below: { at: 0, probability: 0 },
            reached: { at: rising.length - 1, probability: 1 },
          },
          level,
          (n) => rising[n] ?? 1,
        );
        expect(found).toBe(rising.findIndex((value) => value >= level));
      }),
    );
  });

  it("asks a handful of times where the log odds grow about evenly", () => {
    let asked = 0;
    const found = firstReaching(
      {
        below: { at: 1000, probability: 1 / (1 + Math.exp(4)) },
        reached: { at: 2000, probability: 1 / (1 + Math.exp(-6)) },
      },
      0.95,
      (n) => {
        asked++;
        return 1 / (1 + Math.exp(4 - 10 * Math.sin(((n - 1000) / 1000) * (Math.PI / 2))));
      },
    );
    expect(found).toBeGreaterThan(1400);
    expect(asked).toBeLessThanOrEqual(7);
  });
});
