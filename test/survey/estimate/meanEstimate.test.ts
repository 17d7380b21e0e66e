import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covariance, estimated, referenceOf } from "#survey/estimate/covariance.ts";
import { meanInterval } from "#survey/estimate/intervals.ts";
import { linearMean, type LinearMean } from "#survey/estimate/linearise.ts";
import { meanEstimate, simpleMean, weightedMean } from "#survey/estimate/meanEstimate.ts";
import { calibrationModel } from "#survey/estimate/residuals.ts";
import { sampleDesign, type SampleDesign } from "#survey/estimate/sampleDesign.ts";
import vectors from "../../vectors/municipal_survey.json" with { type: "json" };
import weighting from "../../vectors/weighting.json" with { type: "json" };
import { design, membersOf, valuesOf } from "./municipalSurvey.ts";

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
      const estimate = weightedMean(valuesOf(expected.y[k] ?? ""), membersOf(domain), design);
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

  it("unweighted means of every national variable", () => {
    national.domain.forEach((domain, k) => {
      const { mean } = simpleMean(valuesOf(national.y[k] ?? ""), membersOf(domain));
      expect(relative(mean, national.mean_unweighted[k] ?? NaN)).toBeLessThan(1e-9);
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
      const estimate = weightedMean(valuesOf(variable), membersOf(domain), design);
      expect(relative(estimate.mean, reference.mean)).toBeLessThan(1e-9);
      expect(relative(Math.sqrt(estimate.variance ?? NaN), reference.se)).toBeLessThan(1e-9);
    }
  });

  it.each(Object.entries(weighting.unweighted))("unweighted %s", (variable, expected) => {
    // R's svymean on a design without strata: all 1,225 respondents count in the variance.
    const everybody = membersOf("ALL");
    const alike = sampleDesign(
      { stratum: new Int32Array(everybody.length), weight: new Float64Array(everybody.length).fill(1) },
      { answers: [everybody.length], populations: [Infinity] },
    );
    const estimate = weightedMean(valuesOf(variable), everybody, alike);
    expect(relative(estimate.mean, expected.mean)).toBeLessThan(1e-9);
    expect(relative(Math.sqrt(estimate.variance ?? NaN), expected.se)).toBeLessThan(1e-9);
  });
});

/** One respondent: stratum, whether in the domain with a valid answer, answer, weight, and a margin's value. */
interface Person {
  h: number;
  valid: boolean;
  inner: boolean;
  y: number;
  w: number;
  d: number;
  x: number;
}

const anyPerson: fc.Arbitrary<Person> = fc.record({
  h: fc.nat(3),
  valid: fc.boolean(),
  inner: fc.boolean(),
  y: fc.integer({ min: 1, max: 5 }),
  w: fc.constantFrom(0.5, 1, 3, 12),
  d: fc.constantFrom(1, 2, 5),
  x: fc.nat(2),
});

interface Made {
  people: readonly Person[];
  design: SampleDesign;
  values: Float64Array;
  populations: readonly number[];
}

function made(unordered: readonly Person[], room: number, calibrated: boolean): Made {
  const people = unordered.toSorted((a, b) => a.h - b.h);
  const answers = [0, 1, 2, 3].map((h) => people.filter((p) => p.h === h).length);
  const populations = answers.map((r, h) => r + (h === 0 ? 0 : room));
  const stratum = Int32Array.from(people, ({ h }) => h);
  const weight = Float64Array.from(people, ({ w }) => w);
  const auxiliaries = Float64Array.from(people.flatMap(({ x }) => [Number(x === 1), Number(x === 2)]));
  const base = Float64Array.from(people, ({ d }) => d);
  const model = calibrated
    ? calibrationModel({ stratum, strata: 4, base, weight, auxiliaries, columns: 2 }, true)
    : null;
  return {
    people,
    design: sampleDesign({ stratum, weight }, { answers, populations }, model),
    values: Float64Array.from(people, ({ y }) => y),
    populations,
  };
}

const placesOf = (people: readonly Person[], is: (person: Person) => boolean): Int32Array =>
  Int32Array.from(people.flatMap((person, i) => (is(person) ? [i] : [])));

/** (y − ȳ) / Σw for the members, 0 for everybody else. */
function linearised({ people }: Made, is: (person: Person) => boolean): number[] {
  const inside = people.filter(is);
  const weight = inside.reduce((sum, { w }) => sum + w, 0);
  const mean = inside.reduce((sum, { w, y }) => sum + w * y, 0) / weight;
  return people.map((p) => (is(p) ? (p.y - mean) / weight : 0));
}

/** Least squares by Gauss–Jordan on dummies of every stratum and every value of x, the slow way. */
function residuals({ people }: Made, u: readonly number[]): number[] {
  const columns = [0, 1, 2, 3].map((h) => people.map((p) => Number(p.h === h)));
  columns.push(...[1, 2].map((x) => people.map((p) => Number(p.x === x))));
  const rest = [...u];
  const basis: number[][] = [];
  const product = (a: readonly number[], b: readonly number[]): number =>
    people.reduce((sum, { d }, i) => sum + d * (a[i] ?? 0) * (b[i] ?? 0), 0);
  for (const column of columns) {
    let left = [...column];
    for (const known of basis) {
      const share = product(left, known);
      left = left.map((value, i) => value - share * (known[i] ?? 0));
    }
    const length = Math.sqrt(product(left, left));
    if (length < 1e-9) continue;
    const unit = left.map((value) => value / length);
    basis.push(unit);
    const share = product(rest, unit);
    rest.forEach((value, i) => (rest[i] = value - share * (unit[i] ?? 0)));
  }
  return rest;
}

/** Σ_h (1 − f) r / (r − 1) Σ (a − ā)(b − b̄) over every respondent of every stratum. */
function longhand({ people, populations }: Made, a: readonly number[], b: readonly number[]): number {
  return populations.reduce((sum, population, h) => {
    const places = people.flatMap((p, i) => (p.h === h ? [i] : []));
    const r = places.length;
    if (r === 0) return sum;
    const at = (z: readonly number[]): number[] => places.map((i) => (people[i]?.w ?? 0) * (z[i] ?? 0));
    const centre = (z: readonly number[]): number =>
      r === 1 ? 0 : z.reduce((total, value) => total + value, 0) / r;
    const [za, zb] = [at(a), at(b)];
    const [ca, cb] = [centre(za), centre(zb)];
    const spread = za.reduce((total, value, i) => total + (value - ca) * ((zb[i] ?? 0) - cb), 0);
    return sum + (1 - r / population) * (r === 1 ? 1 : r / (r - 1)) * spread;
  }, 0);
}

const required = (linear: LinearMean | null): LinearMean => {
  if (!linear) throw new Error("nobody is in the domain");
  return linear;
};

const outer = ({ valid }: Person): boolean => valid;
const inner = (person: Person): boolean => person.valid && person.inner;
const rest = (person: Person): boolean => person.valid && !person.inner;
const person = (h: number, y: number, w = 1): Person => ({ h, y, w, d: w, x: 0, valid: true, inner: true });

const everybody = (people: readonly Person[], answers: number[], populations: number[]) => {
  const stratum = Int32Array.from(people, ({ h }) => h);
  const weight = Float64Array.from(people, ({ w }) => w);
  const values = Float64Array.from(people, ({ y }) => y);
  return weightedMean(
    values,
    placesOf(people, outer),
    sampleDesign({ stratum, weight }, { answers, populations }),
  );
};

describe("the linearised variance", () => {
  it.each([false, true])("is the formula written out over everybody (calibrated: %s)", (calibrated) => {
    fc.assert(
      fc.property(fc.array(anyPerson, { minLength: 1, maxLength: 40 }), fc.nat(30), (people, room) => {
        const survey = made(people, room, calibrated);
        fc.pre(survey.people.some(inner) && survey.people.some(rest));
        const of = (is: (person: Person) => boolean) => {
          const u = linearised(survey, is);
          const members = placesOf(survey.people, is);
          return {
            e: calibrated ? residuals(survey, u) : u,
            linear: required(linearMean(survey.values, members, survey.design)),
          };
        };
        const [a, b, c] = [of(inner), of(outer), of(rest)];
        const own = estimated(b.linear, survey.design).variance;
        const df = b.linear.n - b.linear.strata.length;
        expect(own === null).toBe(df <= 0);
        const written = longhand(survey, b.e, b.e);
        expect(Math.abs((own ?? written) - written)).toBeLessThan(1e-9);
        const nested = covariance(a.linear, referenceOf(b.linear, survey.design), "nested", survey.design);
        expect(Math.abs(nested - longhand(survey, a.e, b.e))).toBeLessThan(1e-9);
        const apart = covariance(a.linear, referenceOf(c.linear, survey.design), "disjoint", survey.design);
        expect(Math.abs(apart - longhand(survey, a.e, c.e))).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("is 0 where everybody has answered", () => {
    expect(everybody([person(0, 1), person(0, 5), person(0, 2)], [3], [3]).variance).toBe(0);
  });

  it("is 0 where all give the same answer", () => {
    expect(everybody([person(0, 3), person(0, 3), person(1, 3, 4)], [2, 1], [20, 4]).variance).toBe(0);
  });

  it("is not defined on one answer, or one in each stratum", () => {
    const one = everybody([person(0, 4)], [9], [90]);
    expect(one).toMatchObject({ n: 1, mean: 4, variance: null, degreesOfFreedom: 0 });
    expect(everybody([person(0, 4), person(1, 2)], [9, 9], [90, 90]).variance).toBeNull();
  });

  it('is R\'s lonely.psu = "adjust" where a stratum has a single answer', () => {
    // svymean(~y, svydesign(~1, strata = ~h, weights = ~w, fpc = ~N)) of survey 4.1.1; "average" would give 12.402.
    const lonely = sampleDesign(
      { stratum: Int32Array.of(0, 0, 0, 1, 2, 2), weight: Float64Array.of(10, 10, 10, 10, 4, 4) },
      { answers: [3, 1, 2], populations: [30, 10, 8] },
    );
    const six = Int32Array.of(0, 1, 2, 3, 4, 5);
    const { mean, variance } = weightedMean(Float64Array.of(100, 50, 75, 0, 25, 100), six, lonely);
    expect(mean).toBeCloseTo(57.2916666666667, 10);
    expect(Math.sqrt(variance ?? NaN)).toBeCloseTo(15.1906311965689, 10);
  });

  it("never takes a stratum with a single answer as certain", () => {
    const people = [person(0, 1), person(0, 5), person(0, 3), person(1, 5, 10)];
    expect(everybody(people, [3, 1], [3, 10]).variance).toBeGreaterThan(0);
  });

  it("throws without answers", () => {
    expect(() => weightedMean(new Float64Array(0), new Int32Array(0), design)).toThrow(RangeError);
    expect(() => simpleMean(Float64Array.of(NaN), Int32Array.of(0))).toThrow(RangeError);
    expect(
      meanEstimate(estimated(required(linearMean(valuesOf("q1"), membersOf("ALL"), design)), design)).n,
    ).toBe(1133);
  });
});
