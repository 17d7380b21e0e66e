import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval } from "#survey/estimate/intervals.ts";
import { emptyPoints, ratioMean, type Points } from "#survey/estimate/ratioMean.ts";
import vectors from "../../vectors/municipal_survey.json" with { type: "json" };
import weighting from "../../vectors/weighting.json" with { type: "json" };
import { design, pointsOf } from "./municipalSurvey.ts";

const relative = (value: number, expected: number): number =>
  Math.abs(value - expected) / Math.max(1e-3, Math.abs(expected));

describe("municipal_survey.json", () => {
  const { national, by_municipality, by_group, by_cell } = vectors.expected;

  it.each([
    ["nation", national],
    ["municipality", by_municipality],
    ["group", by_group],
    ["cell", by_cell],
  ])("every estimate by %s, to 1e-9", (_, expected) => {
    expected.domain.forEach((domain, k) => {
      const points = pointsOf(domain, expected.y[k] ?? "");
      const estimate = ratioMean(points, design);
      const interval = meanInterval(estimate);
      const se = Math.sqrt(estimate.variance ?? NaN);
      expect(estimate.n).toBe(expected.n[k]);
      expect(estimate.degreesOfFreedom).toBe(expected.df[k]);
      const pairs = [
        [estimate.mean, expected.mean[k]],
        [estimate.weight, expected.sumw[k]],
        [se, expected.se[k]],
        [interval?.low, expected.ci_t_lo[k]],
        [interval?.high, expected.ci_t_hi[k]],
        [estimate.designEffect, expected.kish_deff[k]],
        [estimate.effectiveSize, expected.n_eff_kish[k]],
      ];
      for (const [value, reference] of pairs) {
        expect(relative(value ?? NaN, reference ?? NaN), `${domain} ${expected.y[k]}`).toBeLessThan(1e-9);
      }
    });
  });
});

describe("weighting.json", () => {
  const { estimates_base_stratified: stratified } = weighting.poststratify;

  it.each([
    ["ALL", stratified.national],
    ["M3", stratified.M3],
    ["M8", stratified.M8],
  ])("post-stratified estimates of %s", (domain, expected) => {
    for (const [variable, reference] of Object.entries(expected)) {
      const estimate = ratioMean(pointsOf(domain, variable), design);
      expect(relative(estimate.mean, reference.mean)).toBeLessThan(1e-9);
      expect(relative(Math.sqrt(estimate.variance ?? NaN), reference.se)).toBeLessThan(1e-9);
    }
  });

  it.each(Object.entries(weighting.unweighted))("unweighted %s", (variable, expected) => {
    const points = pointsOf("ALL", variable);
    const alike: Points = {
      ...points,
      stratum: points.stratum.map(() => 0),
      weight: points.count,
      weightSquared: points.count,
    };
    const everybody = vectors.respondents.answers.length;
    const estimate = ratioMean(alike, { answers: [everybody], populations: [Infinity] });
    expect(relative(estimate.mean, expected.mean)).toBeLessThan(1e-9);
    expect(relative(Math.sqrt(estimate.variance ?? NaN), expected.se)).toBeLessThan(1e-9);
  });
});

/** One respondent: stratum, whether in the domain with a valid answer, answer, weight. */
interface Person {
  h: number;
  valid: boolean;
  y: number;
  w: number;
}

const anyPerson: fc.Arbitrary<Person> = fc.record({
  h: fc.nat(3),
  valid: fc.boolean(),
  y: fc.integer({ min: 1, max: 5 }),
  w: fc.constantFrom(0.5, 1, 3, 12),
});

const pointsOfPeople = (people: readonly Person[]): Points => {
  const points = emptyPoints(people.length);
  for (const { h, y, w } of people.filter(({ valid }) => valid).toSorted((a, b) => a.h - b.h)) {
    const place = points.length++;
    points.stratum[place] = h;
    points.value[place] = y;
    points.count[place] = 1;
    points.weight[place] = w;
    points.weightSquared[place] = w * w;
  }
  return points;
};

/** Points of the same stratum and value made into one. */
function merged(points: Points): Points {
  const out = emptyPoints(points.length);
  for (let i = 0; i < points.length; i++) {
    let place = 0;
    while (
      place < out.length &&
      (out.stratum[place] !== points.stratum[i] || out.value[place] !== points.value[i])
    ) {
      place++;
    }
    out.length = Math.max(out.length, place + 1);
    out.stratum[place] = points.stratum[i] ?? 0;
    out.value[place] = points.value[i] ?? 0;
    for (const sum of ["count", "weight", "weightSquared"] as const) {
      out[sum][place] = (out[sum][place] ?? 0) + (points[sum][i] ?? 0);
    }
  }
  return out;
}

/** The variance formula of STATISTICS §4, written out over every respondent of every stratum. */
function longhandVariance(people: readonly Person[], populations: readonly number[]): number {
  const inside = people.filter(({ valid }) => valid);
  const weight = inside.reduce((sum, { w }) => sum + w, 0);
  const mean = inside.reduce((sum, { w, y }) => sum + w * y, 0) / weight;
  return populations.reduce((sum, population, h) => {
    const z = people.filter((p) => p.h === h).map((p) => (p.valid ? (p.w * (p.y - mean)) / weight : 0));
    if (z.length === 0) return sum;
    const centre = z.length === 1 ? 0 : z.reduce((total, value) => total + value, 0) / z.length;
    const spread = z.reduce((total, value) => total + (value - centre) ** 2, 0);
    const factor = z.length === 1 ? 1 : z.length / (z.length - 1);
    return sum + (1 - z.length / population) * factor * spread;
  }, 0);
}

const answersIn = (people: readonly Person[]): number[] =>
  [0, 1, 2, 3].map((h) => people.filter((p) => p.h === h).length);

const person = (h: number, y: number, w = 1): Person => ({ h, y, w, valid: true });

describe("ratioMean", () => {
  it("is the formula written out, whether answers are gathered or each its own point", () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { minLength: 1, maxLength: 40 }), fc.nat(30), (people, room) => {
        const points = pointsOfPeople(people);
        fc.pre(points.length > 0);
        const answers = answersIn(people);
        const populations = answers.map((r, h) => r + (h === 0 ? 0 : room));
        const single = ratioMean(points, { answers, populations });
        const gathered = ratioMean(merged(points), { answers, populations });
        const expected = longhandVariance(people, populations);
        for (const estimate of [single, gathered]) {
          expect(estimate.n).toBe(points.length);
          expect(estimate.variance === null).toBe(estimate.degreesOfFreedom <= 0);
          expect(Math.abs((estimate.variance ?? expected) - expected)).toBeLessThan(1e-12);
        }
        expect(gathered.mean).toBeCloseTo(single.mean, 12);
        expect(gathered.degreesOfFreedom).toBe(single.degreesOfFreedom);
      }),
      { numRuns: 300 },
    );
  });

  it("has no variance where everybody has answered", () => {
    const points = pointsOfPeople([person(0, 1), person(0, 5), person(0, 2)]);
    expect(ratioMean(points, { answers: [3], populations: [3] }).variance).toBe(0);
  });

  it("has no defined variance on one answer, or one in each stratum", () => {
    const one = ratioMean(pointsOfPeople([person(0, 4)]), { answers: [9], populations: [90] });
    expect(one).toMatchObject({ n: 1, mean: 4, variance: null, degreesOfFreedom: 0 });
    const each = ratioMean(pointsOfPeople([person(0, 4), person(1, 2)]), {
      answers: [9, 9],
      populations: [90, 90],
    });
    expect(each.variance).toBeNull();
  });

  it("never takes a stratum with a single answer as certain", () => {
    const people = [person(0, 1), person(0, 5), person(0, 3), person(1, 5, 10)];
    const design1 = { answers: [3, 1], populations: [3, 10] };
    expect(ratioMean(pointsOfPeople(people), design1).variance).toBeGreaterThan(0);
  });

  it("throws without answers", () => {
    expect(() => ratioMean(emptyPoints(4), { answers: [], populations: [] })).toThrow(RangeError);
  });
});
