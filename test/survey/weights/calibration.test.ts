import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate } from "#survey/weights/calibrate.ts";
import { designEffect } from "#survey/weights/designEffect.ts";
import { marginSums, MARGIN_TOLERANCE, worstFit, type Fitted, type Margin } from "#survey/weights/margins.ts";
import { rake } from "#survey/weights/rake.ts";
import { median, trimWeights } from "#survey/weights/trim.ts";
import vectors from "../../vectors/weighting.json" with { type: "json" };
import municipal from "../../vectors/municipal_survey.json" with { type: "json" };
import { designWeights, margins, postStratified, stratum } from "./syntheticSurvey.ts";

function weightsOf(fitted: Fitted): Float64Array {
  if (!fitted.ok) throw new Error(`${fitted.margin} ${fitted.value} does not fit`);
  return fitted.weights;
}

const largestDifference = (weights: Float64Array, expected: readonly number[]): number =>
  Math.max(...expected.map((w, i) => Math.abs((weights[i] ?? NaN) / w - 1)));

describe("weighting.json", () => {
  it("raking to municipality, group, age and sex", () => {
    const weights = weightsOf(rake(designWeights, margins));
    expect(largestDifference(weights, vectors.rake.weights)).toBeLessThan(1e-6);
    expect(worstFit(margins, weights).error).toBeLessThanOrEqual(MARGIN_TOLERANCE);
    const { min_w, max_w, kish_deff } = vectors.rake;
    expect(Math.min(...weights) / min_w).toBeCloseTo(1, 6);
    expect(Math.max(...weights) / max_w).toBeCloseTo(1, 6);
    const sums = {
      count: weights.length,
      weight: weights.reduce((sum, w) => sum + w, 0),
      weightSquared: weights.reduce((sum, w) => sum + w * w, 0),
    };
    expect(designEffect(sums) / kish_deff).toBeCloseTo(1, 6);
  });

  it("raking by Newton's method gives the weights of iterative fitting", () => {
    const newton = weightsOf(calibrate(designWeights, margins, { method: "raking" }));
    const fitted = weightsOf(rake(designWeights, margins));
    expect(largestDifference(newton, [...fitted])).toBeLessThan(1e-9);
  });

  it("linear calibration", () => {
    const weights = weightsOf(calibrate(designWeights, margins, { method: "linear" }));
    expect(largestDifference(weights, vectors.linear_calibration.weights)).toBeLessThan(1e-7);
    expect(weights.some((w) => w < 0)).toBe(vectors.linear_calibration.any_negative);
  });

  it("bounded logit calibration of post-stratified weights", () => {
    const { bounds, weights: expected, g_min, g_max } = vectors.bounded_logit;
    const [low = NaN, high = NaN] = bounds;
    const weights = weightsOf(calibrate(postStratified, margins, { method: "logit", low, high }));
    expect(largestDifference(weights, expected)).toBeLessThan(1e-7);
    const factors = weights.map((w, i) => w / (postStratified[i] ?? NaN));
    expect(Math.min(...factors)).toBeCloseTo(g_min, 7);
    expect(Math.max(...factors)).toBeCloseTo(g_max, 7);
  });

  it("response classes over municipalities are raking to a single margin", () => {
    const { factor, weight_by_stratum } = vectors.nonresponse_class;
    const weights = weightsOf(rake(designWeights, margins.slice(1, 2)));
    const { strata } = municipal;
    weight_by_stratum.stratum.forEach((name, place) => {
      const h = strata.muni.findIndex((m, at) => `${m}|${strata.group[at]}` === name);
      const person = stratum.indexOf(h);
      expect((weights[person] ?? NaN) / (weight_by_stratum.w[place] ?? NaN)).toBeCloseTo(1, 9);
    });
    const first = stratum.indexOf(0);
    expect((weights[first] ?? NaN) / (designWeights[first] ?? NaN) / factor.G1).toBeCloseTo(1, 9);
  });

  it("trimming at three medians", () => {
    const { upper, weight_by_stratum, sum } = vectors.trimmed;
    expect(3 * median([...postStratified]) * (1 / upper)).toBeCloseTo(1, 9);
    const trimmed = trimWeights(
      postStratified,
      postStratified.map(() => upper),
    );
    const { strata } = municipal;
    weight_by_stratum.stratum.forEach((name, place) => {
      const h = strata.muni.findIndex((m, at) => `${m}|${strata.group[at]}` === name);
      expect((trimmed[stratum.indexOf(h)] ?? NaN) / (weight_by_stratum.w[place] ?? NaN)).toBeCloseTo(1, 9);
    });
    expect(trimmed.reduce((total, w) => total + w, 0)).toBeCloseTo(sum, 6);
  });
});

const twoByTwo = (
  rows: readonly number[],
  columns: readonly number[],
  people: readonly number[],
): Margin[] => {
  const cells = people.flatMap((n, cell) => Array.from({ length: n }, () => cell));
  return [
    {
      name: "age",
      values: ["young", "old"],
      population: rows,
      category: Int32Array.from(cells, (c) => c >> 1),
    },
    { name: "sex", values: ["f", "m"], population: columns, category: Int32Array.from(cells, (c) => c & 1) },
  ];
};
const ones = (list: readonly Margin[]): Float64Array =>
  new Float64Array(list[0]?.category.length ?? 0).fill(1);

describe("margins that cannot be met", () => {
  it.each([
    ["rake", (list: Margin[]) => rake(ones(list), list)],
    ["logit", (list: Margin[]) => calibrate(ones(list), list, { method: "logit", low: 0.1, high: 10 })],
  ])("%s names the value that nobody has answered from", (_, fit) => {
    const list = twoByTwo([50, 50], [60, 40], [5, 5, 0, 0]);
    expect(fit(list)).toEqual({ ok: false, margin: "age", value: "old", population: 50, reached: 0 });
  });

  it("raking names a margin that contradicts another", () => {
    // Young women and old men only: as many young as women, whatever the weights.
    const list = twoByTwo([70, 30], [50, 50], [5, 0, 0, 5]);
    const fitted = rake(ones(list), list);
    expect(fitted.ok).toBe(false);
    if (fitted.ok) return;
    expect(["age", "sex"]).toContain(fitted.margin);
    expect(Math.abs(fitted.reached - fitted.population)).toBeGreaterThan(1);
  });

  it("bounds that are too narrow are named, not broken", () => {
    const list = twoByTwo([90, 10], [50, 50], [5, 5, 5, 5]);
    const base = ones(list).fill(5);
    const fitted = calibrate(base, list, { method: "logit", low: 0.8, high: 1.2 });
    expect(fitted).toMatchObject({ ok: false, margin: "age" });
  });
});

it("every factor of a logit calibration stays inside its bounds, and the margins fit", () => {
  const count = fc.integer({ min: 3, max: 30 });
  const shift = fc.double({ min: 0.8, max: 1.25, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), shift, shift, ([a, b, c, d], up, side) => {
      const people = a + b + c + d;
      const young = (a + b) * up * 10;
      const women = (a + c) * side * 10;
      const list = twoByTwo([young, people * 10 - young], [women, people * 10 - women], [a, b, c, d]);
      fc.pre(list.every((margin) => Array.from(margin.population).every((n) => n > 0)));
      const base = ones(list).fill(10);
      const fitted = calibrate(base, list, { method: "logit", low: 0.2, high: 5 });
      if (!fitted.ok) return;
      for (const w of fitted.weights) {
        expect(w).toBeGreaterThanOrEqual(2 - 1e-9);
        expect(w).toBeLessThanOrEqual(50 + 1e-9);
      }
      for (const margin of list) {
        marginSums(margin, fitted.weights).forEach((sum, value) => {
          expect(sum / (margin.population[value] ?? NaN)).toBeCloseTo(1, 9);
        });
      }
    }),
  );
});

describe("trimWeights", () => {
  it("gives the example of its documentation", () => {
    expect([...trimWeights(Float64Array.of(1, 1, 4), [3, 3, 3])]).toEqual([1.5, 1.5, 3]);
  });
  it("throws when the caps cannot hold the sum", () => {
    expect(() => trimWeights(Float64Array.of(2, 2), [1, 1])).toThrow(RangeError);
  });
});
