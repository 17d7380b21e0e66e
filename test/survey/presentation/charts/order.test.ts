import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byEstimate, overlaps, uncertainOrder } from "#survey/presentation/charts/order.ts";
import { roundAbove, type Dot } from "#survey/presentation/charts/plot.ts";

const row = (name: string, dot: Dot | null) => ({ name, dot });
const at = (estimate: number, low: number, high: number): Dot => ({ estimate, limits: [low, high] });

describe("the order of estimates", () => {
  it("puts rows without numbers last, in the order they come in", () => {
    const rows = [row("a", null), row("b", at(20, 10, 30)), row("c", null), row("d", at(0, 0, 4))];
    expect(byEstimate(rows).map(({ name }) => name)).toEqual(["b", "d", "a", "c"]);
  });

  it("is uncertain where intervals touch or are not defined", () => {
    expect(overlaps(row("a", at(60, 50, 70)), row("b", at(40, 35, 50)))).toBe(true);
    expect(overlaps(row("a", at(60, 51, 70)), row("b", at(40, 35, 50)))).toBe(false);
    expect(overlaps(row("a", { estimate: 60, limits: null }), row("b", at(40, 35, 50)))).toBe(true);
  });

  it("counts neighbours among the shown ones only", () => {
    const rows = [
      row("a", at(60, 55, 65)),
      row("b", at(50, 45, 56)),
      row("c", at(10, 5, 15)),
      row("d", null),
    ];
    expect(uncertainOrder(rows)).toEqual({ overlapping: 1, neighbours: 2 });
    expect(uncertainOrder([])).toEqual({ overlapping: 0, neighbours: 0 });
  });
});

describe("roundAbove", () => {
  it("is a round number, not below and at most ten times the value", () => {
    expect([1, 2, 3, 1434, 5001].map(roundAbove)).toEqual([1, 2, 5, 2000, 10_000]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), (value) => {
        const top = roundAbove(value);
        expect(top).toBeGreaterThanOrEqual(value);
        expect(top).toBeLessThanOrEqual(10 * value);
      }),
    );
  });
});
