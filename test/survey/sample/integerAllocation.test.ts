import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InfeasibleAllocationError } from "#survey/sample/box.ts";
import { continuousAllocation } from "#survey/sample/continuousAllocation.ts";
import { integerAllocation } from "#survey/sample/integerAllocation.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };
import { anyBox, objective, sum } from "./boxes.ts";

/** The smallest objective over every whole allocation, by trying them all. */
function bruteForce(total: number, priorities: number[], lower: number[], upper: number[]): number {
  const [priority, ...others] = priorities;
  if (priority === undefined) return total === 0 ? 0 : Infinity;
  let best = Infinity;
  for (let size = lower[0] ?? 0; size <= Math.min(total, upper[0] ?? 0); size++) {
    const rest = bruteForce(total - size, others, lower.slice(1), upper.slice(1));
    best = Math.min(best, priority ** 2 / size + rest);
  }
  return best;
}

describe("allocation.json", () => {
  it.each(vectors.integer_exact)("$id", ({ input, expected }) => {
    const sizes = integerAllocation(input.n, input.A, input);
    expect(sum(sizes)).toBe(input.n);
    expect(Math.abs(objective(input.A, sizes) / expected.objective - 1)).toBeLessThan(1e-12);
    expect(expected.optimal_allocations).toContainEqual(sizes);
  });

  it.each(vectors.infeasible)("$id", ({ input }) => {
    expect(() => integerAllocation(input.n, input.A, input)).toThrow(InfeasibleAllocationError);
  });

  const { survey_shape: shape } = vectors;

  it.each(shape.power)("power allocation q=$q over 98 municipalities", ({ q, total, integer_x, x }) => {
    const priorities = shape.N_total.map((n) => n ** q);
    const lower = shape.N_total.map((n) => Math.min(1000, n));
    const upper = shape.N_total.map((n) => Math.min(2000, n));
    const sizes = integerAllocation(total, priorities, { lower, upper });
    expect(sum(sizes)).toBe(total);
    const best = objective(priorities, sizes);
    expect(best).toBeLessThanOrEqual(objective(priorities, integer_x) * (1 + 1e-12));
    expect(best).toBeGreaterThanOrEqual(objective(priorities, x) * (1 - 1e-12));
  });
});

describe("integerAllocation", () => {
  it("gives the example of its documentation", () => {
    expect(integerAllocation(10, [470, 366, 164], { lower: [1, 2, 3], upper: [5, 6, 4] })).toEqual([4, 3, 3]);
  });

  it("is the optimum that trying every allocation finds, sums to the total and keeps the bounds", () => {
    fc.assert(
      fc.property(anyBox, ({ total, priorities, lower, upper }) => {
        const sizes = integerAllocation(total, priorities, { lower, upper });
        expect(sum(sizes)).toBe(total);
        sizes.forEach((size, h) => {
          expect(Number.isInteger(size)).toBe(true);
          expect(size).toBeGreaterThanOrEqual(lower[h] ?? 0);
          expect(size).toBeLessThanOrEqual(upper[h] ?? 0);
        });
        const best = bruteForce(total, priorities, lower, upper);
        expect(Math.abs(objective(priorities, sizes) / best - 1)).toBeLessThan(1e-12);
        const continuous = continuousAllocation(total, priorities, { lower, upper });
        expect(best).toBeGreaterThanOrEqual(objective(priorities, continuous) * (1 - 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it("is nested: one more in total adds one somewhere and moves nobody", () => {
    fc.assert(
      fc.property(anyBox, ({ total, priorities, lower, upper }) => {
        fc.pre(total < sum(upper));
        const before = integerAllocation(total, priorities, { lower, upper });
        const after = integerAllocation(total + 1, priorities, { lower, upper });
        const added = after.map((size, h) => size - (before[h] ?? 0));
        expect(added.every((more) => more >= 0)).toBe(true);
        expect(sum(added)).toBe(1);
      }),
    );
  });

  it("breaks ties by the first stratum", () => {
    expect(integerAllocation(6, [1, 1, 1, 1], { lower: [1, 1, 1, 1], upper: [9, 9, 9, 9] })).toEqual([
      2, 2, 1, 1,
    ]);
  });

  it("first gives one to every stratum with variance, the largest first, and nothing to an empty one", () => {
    const box = { lower: [0, 0, 0], upper: [0, 50, 50] };
    expect(integerAllocation(1, [0, 3, 5], box)).toEqual([0, 0, 1]);
    expect(integerAllocation(2, [0, 3, 5], box)).toEqual([0, 1, 1]);
    expect(integerAllocation(100, [0, 3, 5], box)).toEqual([0, 50, 50]);
    expect(integerAllocation(0, [0, 3, 5], box)).toEqual([0, 0, 0]);
  });
});
