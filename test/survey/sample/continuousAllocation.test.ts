import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InfeasibleAllocationError } from "#survey/sample/box.ts";
import { continuousAllocation } from "#survey/sample/continuousAllocation.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };
import { anyBox, objective, sum } from "./boxes.ts";

const relative = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(b));

describe("allocation.json", () => {
  it.each(vectors.continuous_box)("$id", ({ input, expected }) => {
    const box = { lower: input.lower, upper: input.upper.map((bound) => bound ?? Infinity) };
    const sizes = continuousAllocation(input.n, input.A, box);
    sizes.forEach((size, h) => expect(relative(size, expected.x[h] ?? NaN)).toBeLessThan(1e-9));
    expect(Math.abs(objective(input.A, sizes) / expected.objective - 1)).toBeLessThan(1e-12);
  });

  it.each(vectors.infeasible)("$id names both numbers", ({ input, expected }) => {
    const allocate = () => continuousAllocation(input.n, input.A, input);
    expect(allocate).toThrow(InfeasibleAllocationError);
    for (const number of expected.reason.match(/\d+/g) ?? []) expect(allocate).toThrow(number);
  });

  const { survey_shape: shape } = vectors;
  const sizeBounds = {
    lower: shape.N_total.map((n) => Math.min(1000, n)),
    upper: shape.N_total.map((n) => Math.min(2000, n)),
  };

  it.each(shape.power)("power allocation q=$q over 98 municipalities", ({ q, total, x }) => {
    const sizes = continuousAllocation(
      total,
      shape.N_total.map((n) => n ** q),
      sizeBounds,
    );
    sizes.forEach((size, h) => expect(relative(size, x[h] ?? NaN)).toBeLessThan(1e-9));
  });

  it.each(shape.within)("within $municipality", ({ n, A, lower, N, continuous }) => {
    const sizes = continuousAllocation(n, A, { lower, upper: N });
    sizes.forEach((size, h) => expect(relative(size, continuous[h] ?? NaN)).toBeLessThan(1e-9));
  });
});

describe("continuousAllocation", () => {
  it("gives the example of its documentation", () => {
    const box = { lower: [0, 0, 0, 0], upper: [100, 90, 70, 80] };
    const sizes = continuousAllocation(190, [144000, 316000, 380000, 32000], box);
    expect(sizes.map((size) => size.toFixed(2))).toEqual(["35.12", "77.07", "70.00", "7.80"]);
  });

  it("sums to the total, keeps the bounds and cannot be bettered by moving a little", () => {
    fc.assert(
      fc.property(anyBox, ({ total, priorities, lower, upper }) => {
        const sizes = continuousAllocation(total, priorities, { lower, upper });
        expect(relative(sum(sizes), total)).toBeLessThan(1e-9);
        sizes.forEach((size, h) => {
          expect(size).toBeGreaterThanOrEqual((lower[h] ?? 0) - 1e-9);
          expect(size).toBeLessThanOrEqual((upper[h] ?? 0) + 1e-9);
        });
        // Karush–Kuhn–Tucker: who can still give has at least the marginal gain A / x of who can still take.
        const marginal = sizes.map((size, h) => (priorities[h] ?? 0) / size);
        const givers = sizes.flatMap((size, h) => (size > (lower[h] ?? 0) + 1e-6 ? [marginal[h] ?? 0] : []));
        const takers = sizes.flatMap((size, h) => (size < (upper[h] ?? 0) - 1e-6 ? [marginal[h] ?? 0] : []));
        expect(Math.min(...givers) * (1 + 1e-9)).toBeGreaterThanOrEqual(Math.max(0, ...takers));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves strata without variance at their lower bound until the others are full", () => {
    const box = { lower: [1, 0, 2], upper: [10, 5, 20] };
    expect(continuousAllocation(9, [3, 0, 0], box)).toEqual([7, 0, 2]);
    expect(continuousAllocation(19, [3, 0, 0], box)).toEqual([10, 5, 4]);
    expect(continuousAllocation(6, [0, 0, 0], box)).toEqual([4, 0, 2]);
  });

  it("throws for a negative priority and for bounds that cross", () => {
    expect(() => continuousAllocation(5, [-1, 1], { lower: [0, 0], upper: [9, 9] })).toThrow("stratum 0");
    expect(() => continuousAllocation(5, [1, 1], { lower: [0, 4], upper: [9, 3] })).toThrow("stratum 1");
  });
});
