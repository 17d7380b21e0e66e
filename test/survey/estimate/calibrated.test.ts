/** Estimates after calibration: weights and residual standard errors against R's calibrate() in weighting.json. */
import { describe, expect, it } from "vitest";
import { weightedMean } from "#survey/estimate/meanEstimate.ts";
import { calibrationModel } from "#survey/estimate/residuals.ts";
import { sampleDesign, type SampleDesign } from "#survey/estimate/sampleDesign.ts";
import { calibrate } from "#survey/weights/calibrate.ts";
import type { Fitted, Margin } from "#survey/weights/margins.ts";
import { rake } from "#survey/weights/rake.ts";
import vectors from "../../vectors/weighting.json" with { type: "json" };
import { designWeights, margins, postStratified } from "../weights/syntheticSurvey.ts";
import { membersOf, order, sizes, stratum, valuesOf } from "./municipalSurvey.ts";

const ordered = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i] ?? NaN);

/** An intercept and a column for each value of each margin but the first. */
function columnsOf(list: readonly Margin[]): { auxiliaries: Float64Array; columns: number } {
  const names = list.flatMap((margin) => margin.values.slice(1).map((_, v) => [margin, v + 1] as const));
  const rows = order.flatMap((i) => [1, ...names.map(([margin, v]) => Number(margin.category[i] === v))]);
  return { auxiliaries: Float64Array.from(rows), columns: names.length + 1 };
}

function calibrated(fitted: Fitted, base: Float64Array): SampleDesign {
  if (!fitted.ok) throw new Error(`${fitted.margin} does not fit`);
  const people = { stratum, weight: ordered(fitted.weights) };
  const model = calibrationModel(
    { ...people, strata: 36, base: ordered(base), ...columnsOf(margins) },
    false,
  );
  return sampleDesign(people, sizes, model);
}

type Reference = Readonly<Record<string, Readonly<Record<string, { mean: number; se: number }>>>>;

/** The largest relative errors of means and standard errors. */
function errorsOf(design: SampleDesign, expected: Reference): { mean: number; se: number } {
  const errors = { mean: 0, se: 0 };
  for (const [domain, variables] of Object.entries(expected)) {
    for (const [variable, { mean, se }] of Object.entries(variables)) {
      const members = membersOf(domain === "national" ? "ALL" : domain);
      const estimate = weightedMean(valuesOf(variable), members, design);
      errors.mean = Math.max(errors.mean, Math.abs(estimate.mean / mean - 1));
      errors.se = Math.max(errors.se, Math.abs(Math.sqrt(estimate.variance ?? NaN) / se - 1));
    }
  }
  return errors;
}

describe("weighting.json", () => {
  it("raking: R's calibrate(), not R's rake()", () => {
    const design = calibrated(rake(designWeights, margins), designWeights);
    const errors = errorsOf(design, vectors.rake.estimates_calibrate_raking);
    expect(errors.mean).toBeLessThan(1e-7);
    expect(errors.se).toBeLessThan(1e-7);
    const { M3 } = vectors.rake.estimates_rake;
    const { variance } = weightedMean(valuesOf("q1"), membersOf("M3"), design);
    // rake() leaves half as much again in a municipality that was asked whole.
    expect(M3.q1.se / Math.sqrt(variance ?? NaN)).toBeGreaterThan(1.45);
  });

  it("linear calibration", () => {
    const design = calibrated(calibrate(designWeights, margins, { method: "linear" }), designWeights);
    const errors = errorsOf(design, vectors.linear_calibration.estimates);
    expect(errors.mean).toBeLessThan(1e-7);
    expect(errors.se).toBeLessThan(1e-7);
  });

  it("bounded logit calibration", () => {
    const [low = NaN, high = NaN] = vectors.bounded_logit.bounds;
    const fitted = calibrate(postStratified, margins, { method: "logit", low, high });
    // R takes two steps of residuals, first of the post-strata and then of the margins.
    const errors = errorsOf(calibrated(fitted, postStratified), vectors.bounded_logit.estimates);
    expect(errors.mean).toBeLessThan(1e-7);
    expect(errors.se).toBeLessThan(0.05);
  });
});
