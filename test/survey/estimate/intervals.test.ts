import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval, shareInterval, shareSize } from "#survey/estimate/intervals.ts";
import { weightedMean, type MeanEstimate } from "#survey/estimate/meanEstimate.ts";
import vectors from "../../vectors/municipal_survey.json" with { type: "json" };
import coverage from "../../vectors/ci_coverage.json" with { type: "json" };
import rules from "../../vectors/presentation_rules.json" with { type: "json" };
import { isUnreliable } from "#survey/estimate/estimates.ts";
import { design, membersOf, valuesOf } from "./municipalSurvey.ts";

const srs = (n: number, positive: number): MeanEstimate => {
  const mean = positive / n;
  const variance = n > 1 ? (mean * (1 - mean)) / (n - 1) : null;
  return { n, weight: n, mean, variance, degreesOfFreedom: n - 1, designEffect: 1, effectiveSize: n };
};

describe("municipal_survey.json: truncated Korn–Graubard intervals", () => {
  const { share_ci } = vectors.expected;

  it.each(share_ci.filter(({ y }) => /^t\d/.test(y)))("$domain $y", (expected) => {
    const estimate = weightedMean(valuesOf(expected.y), membersOf(expected.domain), design);
    const interval = shareInterval(estimate);
    const [low = NaN, high = NaN] = expected.kg_truncated;
    expect(Math.abs(shareSize(estimate) - expected.n_star)).toBeLessThan(1e-7);
    expect(Math.abs((interval?.low ?? NaN) - low)).toBeLessThan(1e-9);
    expect(Math.abs((interval?.high ?? NaN) - high)).toBeLessThan(1e-9);
  });

  it("a rare answer in M6, from its mean and standard error", () => {
    const rare = share_ci.find(({ y }) => y === "rare");
    const interval = shareInterval({
      ...srs(rare?.n ?? 0, 0),
      mean: rare?.p ?? NaN,
      variance: (rare?.se ?? NaN) ** 2,
      degreesOfFreedom: rare?.df ?? NaN,
    });
    expect(interval?.low).toBeCloseTo(rare?.kg_truncated[0] ?? NaN, 9);
    expect(interval?.high).toBeCloseTo(rare?.kg_truncated[1] ?? NaN, 9);
  });

  it.each([
    ["nobody", 0],
    ["everybody", 1],
  ])("%s in M6: Kish's effective size, with the price of its degrees of freedom", (_, p) => {
    const expected = share_ci.find(({ y, p: share }) => y.startsWith("all") && share === p);
    const all = valuesOf("value").map((value) => (Number.isNaN(value) ? NaN : p));
    const estimate = weightedMean(all, membersOf("M6"), design);
    expect(estimate.n).toBe(expected?.n);
    expect(estimate.mean).toBe(p);
    expect(Math.abs(shareSize(estimate) - (expected?.n_star ?? NaN))).toBeLessThan(1e-7);
    const interval = shareInterval(estimate);
    const [low = NaN, high = NaN] = expected?.kg_truncated ?? [];
    expect(Math.abs((interval?.low ?? NaN) - low)).toBeLessThan(1e-7);
    expect(Math.abs((interval?.high ?? NaN) - high)).toBeLessThan(1e-7);
    // In closed form: nobody of n* has an upper limit of 1 − .025^(1 / n*).
    const far = 1 - 0.025 ** (1 / shareSize(estimate));
    expect(interval?.low).toBeCloseTo(p === 0 ? 0 : 1 - far, 12);
    expect(interval?.high).toBeCloseTo(p === 0 ? far : 1, 12);
  });
});

describe("presentation_rules.json", () => {
  it.each(rules.cases)("$numerator of $n, effective $n_eff: $decision", (expected) => {
    const interval = { low: expected.ci_lo, high: expected.ci_hi };
    // The two rules that this product takes over; NCHS has a third on the width relative to the share.
    const flagged = /n_eff<30|width>=\.30/.test(expected.decision);
    expect(isUnreliable({ effectiveSize: expected.n_eff }, interval)).toBe(flagged);
    if (expected.n_eff !== expected.n) return;
    const plain = srs(expected.n, expected.numerator);
    const variance = (plain.mean * (1 - plain.mean)) / expected.n;
    const found = shareInterval({ ...plain, variance });
    expect(found?.low).toBeCloseTo(expected.ci_lo, 9);
    expect(found?.high).toBeCloseTo(expected.ci_hi, 9);
  });
});

describe("shareInterval", () => {
  it("lies in [0, 1] around the share, whatever the design", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3000 }),
        fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, mean, inflation, part) => {
          const degreesOfFreedom = Math.max(1, Math.round((n - 1) * part));
          const variance = ((mean * (1 - mean)) / n) * inflation;
          const effectiveSize = Math.max(1, n * part);
          const interval = shareInterval({ ...srs(n, 0), mean, variance, degreesOfFreedom, effectiveSize });
          expect(interval?.low).toBeGreaterThanOrEqual(0);
          expect(interval?.high).toBeLessThanOrEqual(1);
          expect(interval?.low).toBeLessThanOrEqual(mean + 1e-12);
          expect(interval?.high).toBeGreaterThanOrEqual(mean - 1e-12);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it("covers at least as ci_coverage.json says in a simple random sample", () => {
    const { rows } = coverage;
    rows.n.forEach((n, row) => {
      if (rows.method[row] !== "clopper_pearson_kg" || n > 50) return;
      const intervals = Array.from({ length: n + 1 }, (_, k) => shareInterval(srs(n, k)));
      let least = 1;
      for (let p = 0.02; p < 0.981; p += 0.005) {
        let chance = (1 - p) ** n;
        let covered = 0;
        intervals.forEach((interval, k) => {
          if ((interval?.low ?? 1) <= p && p <= (interval?.high ?? 0)) covered += chance;
          chance *= ((n - k) / (k + 1)) * (p / (1 - p));
        });
        least = Math.min(least, covered);
      }
      expect(least).toBeGreaterThanOrEqual(0.95);
      expect(least).toBeGreaterThanOrEqual((rows.min_coverage[row] ?? 1) - 0.002);
    });
  });

  it("is not defined without a variance", () => {
    expect(shareInterval(srs(1, 1))).toBeNull();
    expect(meanInterval(srs(1, 1))).toBeNull();
  });
});
