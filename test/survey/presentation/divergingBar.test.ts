import { array, assert, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { barScale, divergingBar, type DivergingBar } from "#survey/presentation/divergingBar.ts";

/** Five shares in whole percent that sum to 100, or to 99 or 101 as rounded shares may. */
const distributions = tuple(...Array.from({ length: 5 }, () => integer({ min: 0, max: 1000 })))
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((a, b) => a + b, 0);
    return parts.map((part) => Math.round((100 * part) / sum));
  });

const end = ({ x, width }: DivergingBar["segments"][number]) => x + width;

describe("barScale", () => {
  it("fits every bar: codes 5 and 4 and half of 3 to the left, the rest to the right, in whole fives", () => {
    expect(barScale([[20, 30, 20, 20, 10]])).toEqual({ left: 40, right: 60 });
    expect(
      barScale([
        [20, 30, 21, 19, 10],
        [0, 5, 1, 44, 50],
      ]),
    ).toEqual({ left: 95, right: 65 });
  });

  it("has room for something when there is nothing to show", () => {
    expect(barScale([])).toEqual({ left: 5, right: 5 });
  });
});

const places = (distribution: number[]) =>
  divergingBar(distribution, { left: 60, right: 60 }).segments.map(({ label }) => label.at);

describe("divergingBar", () => {
  it("stands with the middle of the neutral answer on zero, the worst answer to the left", () => {
    const bar = divergingBar([20, 30, 20, 20, 10], { left: 40, right: 60 });
    expect(bar.zero).toBe(40);
    expect(bar.segments.map(({ code, x, width }) => ({ code, x, width }))).toEqual([
      { code: 5, x: 0, width: 10 },
      { code: 4, x: 10, width: 20 },
      { code: 3, x: 30, width: 20 },
      { code: 2, x: 50, width: 30 },
      { code: 1, x: 80, width: 20 },
    ]);
  });

  it("leaves out empty segments", () => {
    const bar = divergingBar([0, 100, 0, 0, 0], { left: 5, right: 100 });
    expect(bar.segments.map(({ code }) => code)).toEqual([2]);
  });

  it("puts the number of a narrow segment beside the bar at its ends, else above or below", () => {
    expect(places([20, 30, 20, 20, 10])).toEqual(["inside", "inside", "inside", "inside", "inside"]);
    expect(places([2, 58, 20, 18, 2])).toEqual(["before", "inside", "inside", "inside", "after"]);
    expect(places([40, 2, 3, 2, 53])).toEqual(["inside", "above", "below", "above", "inside"]);
  });

  it("never leaves the drawing, leaves no gap and no overlap, and prints every share that is not zero", () => {
    assert(
      property(array(distributions, { minLength: 1, maxLength: 5 }), (list) => {
        const scale = barScale(list);
        for (const distribution of list) {
          const { segments } = divergingBar(distribution, scale);
          expect(segments.map(({ share }) => share)).toEqual(distribution.toReversed().filter((s) => s > 0));
          expect(segments[0]?.x).toBeGreaterThanOrEqual(0);
          expect(Math.max(...segments.map(end))).toBeLessThanOrEqual(100.001);
          const gaps = segments.slice(1).map((segment, i) => segment.x - end(segments[i] ?? segment));
          expect(Math.max(0, ...gaps.map(Math.abs))).toBeLessThan(1e-6);
        }
      }),
    );
  });
});
