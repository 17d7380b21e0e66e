import { describe, expect, it } from "vitest";
import { differenceBetween, differenceWithin } from "#survey/estimate/comparisons.ts";
import { publishedDifference } from "#survey/estimate/differences.ts";
import { linearMean } from "#survey/estimate/linearise.ts";
import { estimated, type Estimated } from "#survey/estimate/covariance.ts";
import vectors from "../../vectors/municipal_survey.json" with { type: "json" };
import { design, membersOf, valuesOf } from "./municipalSurvey.ts";

const meanOf = (domain: string, variable = "overall"): Estimated => {
  const linear = linearMean(valuesOf(variable), membersOf(domain), design);
  if (!linear) throw new Error(`nobody in ${domain}`);
  return estimated(linear, design);
};

describe("municipal_survey.json: municipality less nation", () => {
  it.each(vectors.expected.diff_vs_national_overall)("$muni", ({ muni, diff, se_linearised, se_jkn }) => {
    const { estimate, variance: v } = differenceWithin(meanOf(muni), meanOf("ALL"), design);
    expect(Math.abs(estimate - diff)).toBeLessThan(1e-9 * 100);
    expect(Math.abs(Math.sqrt(v ?? NaN) / se_linearised - 1)).toBeLessThan(1e-9);
    expect(Math.abs(Math.sqrt(v ?? NaN) / se_jkn - 1)).toBeLessThan(1e-8);
  });
});

it("groups in different strata are independent", () => {
  const [a, b] = [meanOf("G1"), meanOf("G2")];
  const { variance: v } = differenceBetween(a, b, design);
  expect(v).toBeCloseTo((a.variance ?? NaN) + (b.variance ?? NaN), 12);
});

describe("publishedDifference", () => {
  it("rounds, keeps to the scale and gives p", () => {
    const difference = { estimate: 0.123, variance: 0.0025, degreesOfFreedom: 100 };
    // t = 2.46 with 100 df: p = 0.0156; t_100 = 1.984.
    expect(publishedDifference(difference, 100, 0)).toEqual({ estimate: 12, low: 2, high: 22, p: 0.0156 });
    expect(publishedDifference({ ...difference, estimate: 0.99 }, 100, 0)).toMatchObject({ high: 100 });
    expect(publishedDifference({ ...difference, variance: 1e-9 }, 1, 1).p).toBe(0.0001);
  });

  it("has no interval without a variance, and no minus zero", () => {
    const none = { estimate: -0.004, variance: null, degreesOfFreedom: 5 };
    expect(publishedDifference(none, 1, 1)).toEqual({ estimate: 0, low: null, high: null, p: null });
  });
});
