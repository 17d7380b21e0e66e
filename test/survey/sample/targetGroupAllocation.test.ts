import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { expectedAnswers } from "#survey/forecast/expectedAnswers.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { lowerBounds, targetGroupAllocation } from "#survey/sample/targetGroupAllocation.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };
import { objective, sum } from "./boxes.ts";

const { survey_shape: shape } = vectors;
const rates = shape.response_rate;

describe("allocation.json: 98 municipalities × 4 target groups", () => {
  it.each(shape.within)("$municipality", (expected) => {
    const planning = {
      populations: expected.N,
      rates,
      deviations: shape.sd,
      minimumAnswers: shape.rmin_per_group,
    };
    expect(lowerBounds(planning)).toEqual(expected.lower);
    const { sample, lowerRelaxed } = targetGroupAllocation(expected.n, planning);
    expect(lowerRelaxed).toBe(expected.lower_relaxed);
    expect(sample).toEqual(expected.integer);
    expect(objective(expected.A, sample) / expected.objective_integer - 1).toBeCloseTo(0, 12);
    expect(expectedAnswers(sample, rates)).toBeCloseTo(expected.expected_responses, 8);
    const chance = probabilityOfAnswers(sample, rateScenarios(rates, 0, expected.n), 200);
    expect(Math.abs(chance - expected.p_at_least_200)).toBeLessThan(1e-8);
    expect(objective(expected.A, sample)).toBeLessThanOrEqual(expected.proportional_objective * (1 + 1e-12));
  });
});

describe("targetGroupAllocation", () => {
  const planning = {
    populations: [800, 0, 500, 40],
    rates: [0.28, 0.15, 0.22, 0.19],
    deviations: [1, 1, 1, 1],
    minimumAnswers: 30,
  };

  it("takes an empty group and a group smaller than its minimum as they are", () => {
    expect(lowerBounds(planning)).toEqual([108, 0, 137, 40]);
    const { sample, lowerRelaxed } = targetGroupAllocation(600, planning);
    expect(sample[1]).toBe(0);
    expect(sample[3]).toBe(40);
    expect(sum(sample)).toBe(600);
    expect(lowerRelaxed).toBe(false);
  });

  it("does not lift a quotient that is whole but for rounding", () => {
    expect(lowerBounds({ ...planning, rates: [0.3, 0.1, 0.6, 0.7], minimumAnswers: 21 })).toEqual([
      70, 0, 35, 30,
    ]);
  });

  it("scales minimum answers that do not fit down together, and says so", () => {
    const { sample, lowerRelaxed } = targetGroupAllocation(100, planning);
    expect(lowerRelaxed).toBe(true);
    expect(sum(sample)).toBe(100);
    lowerBounds(planning).forEach((bound, h) => {
      expect(sample[h]).toBeGreaterThanOrEqual(Math.floor((bound * 100) / 285));
    });
  });

  it("fits every sample into every population", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(600), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        (populations, part, minimumAnswers) => {
          const size = Math.round(sum(populations) * part);
          const { sample } = targetGroupAllocation(size, { ...planning, populations, minimumAnswers });
          expect(sum(sample)).toBe(size);
          sample.forEach((n, h) => {
            expect(n).toBeGreaterThanOrEqual(0);
            expect(n).toBeLessThanOrEqual(populations[h] ?? 0);
          });
        },
      ),
    );
  });
});
