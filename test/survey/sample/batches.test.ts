import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InfeasibleAllocationError } from "#survey/sample/box.ts";
import { batchesOf } from "#survey/sample/batches.ts";
import { lowerBounds, targetGroupAllocation } from "#survey/sample/targetGroupAllocation.ts";
import { objective, sum } from "./boxes.ts";

const planning = (populations: readonly number[], minimumAnswers = 30) => ({
  populations,
  rates: [0.28, 0.15, 0.22, 0.19],
  deviations: [1, 1, 1, 1],
  minimumAnswers,
});
const populations = fc.array(fc.nat(900), { minLength: 4, maxLength: 4 });
const parts = fc.array(fc.nat(200), { minLength: 1, maxLength: 4 });

describe("batchesOf", () => {
  it("makes supplements the allocation of the larger sample, while the minimums fit", () => {
    fc.assert(
      fc.property(populations, parts, (people, supplements) => {
        const plan = planning(people);
        const first = sum(lowerBounds(plan));
        fc.pre(first + sum(supplements) <= sum(people));
        const { sample, lowerRelaxed } = batchesOf([first, ...supplements], plan);
        expect(sample).toEqual(targetGroupAllocation(first + sum(supplements), plan).sample);
        expect(lowerRelaxed).toBe(false);
      }),
    );
  });

  it("never takes anybody back, sums to the sizes and stays inside the groups, whatever the minimums", () => {
    fc.assert(
      fc.property(populations, parts, fc.nat(120), (people, sizes, minimumAnswers) => {
        fc.pre(sum(sizes) <= sum(people));
        const { batches, sample } = batchesOf(sizes, planning(people, minimumAnswers));
        expect(batches.map(sum)).toEqual(sizes);
        expect(batches.flat().every((n) => n >= 0)).toBe(true);
        sample.forEach((n, h) => {
          expect(n).toBe(sum(batches.map((batch) => batch[h] ?? 0)));
          expect(n).toBeLessThanOrEqual(people[h] ?? 0);
        });
      }),
    );
  });

  it("is the best way to add, given what is drawn: no move of one newly invited improves it", () => {
    fc.assert(
      fc.property(populations, fc.integer({ min: 1, max: 150 }), (people, more) => {
        const plan = planning(
          people.map((n) => n + 100),
          0,
        );
        const { batches, sample } = batchesOf([60, more], plan);
        fc.pre(sum(plan.populations) >= 60 + more);
        const priorities = plan.populations.map((n, h) => n / Math.sqrt(plan.rates[h] ?? 1));
        const best = objective(priorities, sample);
        for (const from of [0, 1, 2, 3]) {
          for (const to of [0, 1, 2, 3]) {
            const room = (sample[to] ?? 0) < (plan.populations[to] ?? 0);
            if (from === to || !room || (batches[1]?.[from] ?? 0) === 0) continue;
            const moved = sample.map((n, h) => n - Number(h === from) + Number(h === to));
            expect(objective(priorities, moved)).toBeGreaterThanOrEqual(best * (1 - 1e-12));
          }
        }
      }),
    );
  });

  it("first gives what the minimums miss", () => {
    const plan = planning([800, 0, 500, 40]);
    const { batches, lowerRelaxed } = batchesOf([100, 100], plan);
    expect(lowerRelaxed).toBe(true);
    const enough = batchesOf([100, 185], plan);
    expect(enough.sample).toEqual([108, 0, 137, 40]);
    expect(enough.lowerRelaxed).toBe(false);
    expect(sum(batches[1] ?? [])).toBe(100);
  });

  it("throws when there are not enough people", () => {
    expect(() => batchesOf([30, 20], planning([10, 10, 10, 10]))).toThrow(InfeasibleAllocationError);
  });
});
