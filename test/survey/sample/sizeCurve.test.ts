import { describe, expect, it } from "vitest";
import { curveSize } from "#survey/sample/sizeCurve.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };

const curve = { minimum: 1000, maximum: 2000, sizeCurve: { from: 2000, to: 20_000 } };

describe("curveSize", () => {
  it("is the size rule of allocation.json", () => {
    const { N_total, size_rule } = vectors.survey_shape;
    const rule = { ...curve, sizeCurve: { from: 3000, to: 30_000 } };
    expect(N_total.map((population) => curveSize(population, rule))).toEqual(size_rule.n);
  });

  it.each([
    [0, 0],
    [1, 1],
    [650, 650],
    [1000, 1000],
    [1001, 1000],
    [2000, 1000],
    [6325, 1500],
    [20_000, 2000],
    [300_000, 2000],
  ])("gives a population of %d a sample of %d", (population, size) => {
    expect(curveSize(population, curve)).toBe(size);
  });
});
