import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designEffect, effectiveSize } from "#survey/weights/designEffect.ts";
import municipal from "../../vectors/municipal_survey.json" with { type: "json" };
import vectors from "../../vectors/weighting.json" with { type: "json" };

const sumsOf = (weights: readonly number[]) => ({
  count: weights.length,
  weight: weights.reduce((sum, w) => sum + w, 0),
  weightSquared: weights.reduce((sum, w) => sum + w * w, 0),
});

describe("designEffect", () => {
  it("gives the example of its documentation", () => {
    expect(designEffect(sumsOf([1, 3]))).toBe(1.25);
  });

  const { strata } = municipal;
  const weightsOf = (municipality: string | null) =>
    strata.N.flatMap((population, h) => {
      const answers = strata.r[h] ?? 0;
      const inside = municipality === null || strata.muni[h] === municipality;
      return inside ? Array.from({ length: answers }, () => population / answers) : [];
    });

  it("is that of weighting.json for the nation and each municipality", () => {
    const { kish_deff_all, n_eff_all, kish_deff_by_muni } = vectors.poststratify;
    expect(designEffect(sumsOf(weightsOf(null))) / kish_deff_all).toBeCloseTo(1, 12);
    expect(effectiveSize(sumsOf(weightsOf(null))) / n_eff_all).toBeCloseTo(1, 12);
    for (const [municipality, expected] of Object.entries(kish_deff_by_muni)) {
      expect(designEffect(sumsOf(weightsOf(municipality))) / expected).toBeCloseTo(1, 12);
    }
  });

  it("is at least 1, and 1 for equal weights", () => {
    const weight = fc.double({ min: 0.1, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1 }), (weights) => {
        expect(designEffect(sumsOf(weights))).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effectiveSize(sumsOf(weights.map(() => 7)))).toBeCloseTo(weights.length, 9);
      }),
    );
  });

  it("throws without weights", () => {
    expect(() => designEffect(sumsOf([]))).toThrow(RangeError);
  });
});
