import { describe, expect, it } from "vitest";
import { fisherQuantile } from "#survey/distributions/fisherF.ts";
import { nearestCode, themeScore, totalScore } from "#survey/indexes.ts";
import {
  alphaIfDeleted,
  averageCorrelation,
  cronbachAlpha,
  feldtInterval,
  itemRestCorrelations,
  spearmanBrown,
  standardisedAlpha,
  stratifiedAlpha,
} from "#survey/reliability/alpha.ts";
import { itemCovariances } from "#survey/reliability/covarianceMatrix.ts";
import { eigen } from "#survey/reliability/eigenvalues.ts";
import { oneFactor, threeItemFactor } from "#survey/reliability/oneFactor.ts";
import vectors from "../../vectors/index_reliability.json" with { type: "json" };
import municipal from "../../vectors/municipal_survey.json" with { type: "json" };
import { columnsOf } from "./blocks.ts";

const blocks = [...vectors.blocks, ...vectors.municipal];

const expectClose = (found: readonly number[], expected: readonly number[], tolerance: number): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(tolerance));
};

const valueOf = (symbol: string, reversed: boolean): number | null => {
  if (!/[1-5]/.test(symbol)) return null;
  const code = reversed ? 6 - Number(symbol) : Number(symbol);
  return ((code - 1) / 4) * 100;
};

describe("index_reliability.json", () => {
  it.each(blocks)("$id: alpha and what belongs to it", (block) => {
    const { n, means, covariances } = itemCovariances(columnsOf(block));
    const { expected } = block;
    const alpha = cronbachAlpha(covariances);
    expect(n).toBe(block.n_complete);
    expect(Math.abs(alpha - expected.alpha_listwise)).toBeLessThan(1e-10);
    expect(Math.abs(standardisedAlpha(covariances) - expected.alpha_standardized)).toBeLessThan(1e-10);
    expect(Math.abs(averageCorrelation(covariances) - expected.average_r)).toBeLessThan(1e-10);
    const { low, high } = feldtInterval(alpha, n, block.k);
    expectClose([low, high], expected.feldt_ci95, 1e-8);
    expectClose([...means], expected.item_mean, 1e-9);
    expectClose(
      covariances.map((row, i) => Math.sqrt(row[i] ?? NaN)),
      expected.item_sd,
      1e-9,
    );
    expectClose(itemRestCorrelations(covariances), expected.item_rest_r, 1e-9);
    expect(alphaIfDeleted(covariances) === null).toBe(expected.alpha_if_deleted === null);
    expectClose(alphaIfDeleted(covariances) ?? [], expected.alpha_if_deleted ?? [], 1e-10);
  });

  it.each(blocks.filter(({ k }) => k === 3))("$id: omega in closed form", ({ expected, ...block }) => {
    const { n, covariances } = itemCovariances(columnsOf(block));
    const factor = threeItemFactor(covariances);
    expect(Math.abs((factor?.omega ?? NaN) - (expected.omega?.omega_total ?? NaN))).toBeLessThan(1e-5);
    const scale = Math.sqrt((n - 1) / n);
    expectClose(
      (factor?.loadings ?? []).map((value) => value * scale),
      expected.omega?.loadings ?? [],
      1e-4,
    );
  });

  it.each(blocks.filter(({ k }) => k > 3))("$id: omega and fit of one factor", ({ expected, ...block }) => {
    const { n, covariances } = itemCovariances(columnsOf(block));
    const { omega, loadings, uniquenesses, fit } = oneFactor({ n, covariances });
    expect(Math.abs(omega - (expected.omega?.omega_total ?? NaN))).toBeLessThan(1e-5);
    const sign = Math.sign(expected.omega?.loadings[0] ?? 1) * Math.sign(loadings[0] ?? 1);
    const scale = Math.max(...loadings.map(Math.abs), 1);
    expectClose(
      loadings.map((value) => value * sign),
      expected.omega?.loadings ?? [],
      1e-4 * scale,
    );
    expectClose(uniquenesses, expected.omega?.uniquenesses ?? [], 1e-4 * scale ** 2);
    const [chiSquare = NaN, df = NaN, cfi = NaN, rmsea = NaN, srmr = NaN] = expected.omega?.fit ?? [];
    expect(fit.degreesOfFreedom).toBe(df);
    expect(Math.abs(fit.chiSquare - chiSquare)).toBeLessThan(1e-4);
    expectClose([fit.cfi, fit.rmsea], [cfi, rmsea], 1e-6);
    expect(Math.abs(fit.srmr - srmr)).toBeLessThan(1e-4);
  });

  it.each(vectors.municipal.filter(({ expected }) => "alpha_weighted_listwise" in expected))(
    "$id: weighted alpha",
    ({ expected, ...block }) => {
      const { strata, respondents } = municipal;
      const weight = respondents.muni.map((m, i) => {
        const h = strata.muni.findIndex((one, at) => one === m && strata.group[at] === respondents.group[i]);
        return (strata.N[h] ?? 0) / (strata.r[h] ?? 1);
      });
      const { covariances } = itemCovariances(columnsOf(block), Float64Array.from(weight));
      expect(Math.abs(cronbachAlpha(covariances) - (expected.alpha_weighted_listwise ?? NaN))).toBeLessThan(
        1e-10,
      );
    },
  );

  it.each(vectors.index_scores)("index of $answers", ({ answers, reverse, expected }) => {
    expect(themeScore(answers.map((symbol, i) => valueOf(symbol, reverse[i] === true)))).toBe(expected);
  });

  it.each(vectors.overall_scores)("total of $dims", ({ dims, expected }) => {
    expect(totalScore(dims)).toBe(expected);
  });
});

it("Spearman–Brown of index_reliability.json's pair", () => {
  const pair = blocks.find(({ k }) => k === 2);
  const { covariances } = itemCovariances(pair ? columnsOf(pair) : []);
  expect(spearmanBrown(covariances)).toBeCloseTo(pair?.expected.spearman_brown_if_two ?? NaN, 10);
});

describe("nearestCode", () => {
  it.each([
    [100, 1],
    [88, 1],
    [87.5, 2],
    [63, 2],
    [62.5, 3],
    [50, 3],
    [37.5, 3],
    [37, 4],
    [12.5, 4],
    [0, 5],
  ])("%d is nearest to %d", (score, code) => {
    expect(nearestCode(score)).toBe(code);
  });
});

it("stratified alpha is alpha where every part is one item with no error of its own", () => {
  const parts = [
    [2, 1],
    [1, 3],
  ];
  expect(stratifiedAlpha(parts, [1, 1])).toBe(1);
  // 1 − (2 · 0.2 + 3 · 0.4) / 7
  expect(stratifiedAlpha(parts, [0.8, 0.6])).toBeCloseTo(1 - 1.6 / 7, 12);
});

it("eigenvalues of a symmetric matrix", () => {
  const { values, vectors: v } = eigen([
    [2, 1],
    [1, 2],
  ]);
  expectClose(values, [3, 1], 1e-12);
  expect(Math.abs((v[0]?.[0] ?? 0) - (v[0]?.[1] ?? 1))).toBeLessThan(1e-12);
});

it("Fisher's F by its quantiles (R's qf)", () => {
  expect(fisherQuantile(0.5, 2, 2)).toBeCloseTo(1, 12);
  expect(fisherQuantile(0.975, 5, 10)).toBeCloseTo(4.236085668188633, 10);
  expect(() => fisherQuantile(1, 2, 2)).toThrow(RangeError);
});

it("three items that no factor can make have no omega", () => {
  expect(
    threeItemFactor([
      [1, 0.5, 0.5],
      [0.5, 1, -0.2],
      [0.5, -0.2, 1],
    ]),
  ).toBeNull();
});
