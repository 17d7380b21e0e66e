import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergedPlaces } from "#survey/weights/collapse.ts";
import vectors from "../../vectors/weighting.json" with { type: "json" };

const sumOf = (values: readonly number[], cell: readonly number[]): number =>
  cell.reduce((sum, place) => sum + (values[place] ?? 0), 0);

describe("mergedPlaces", () => {
  it("gives the example of its documentation", () => {
    expect(mergedPlaces([40, 25, 9, 1, 0], 5)).toEqual([[0], [1], [2, 3, 4]]);
  });

  const { input, expected } = vectors.empty_and_tiny_cells;

  it.each([
    ["only empty cells", 1, expected.collapse_E_into_D],
    ["cells under 5", 5, expected.collapse_min5],
  ])("weighting.json: merges %s", (_, minimum, merged) => {
    const places = mergedPlaces(input.r, minimum);
    expect(places.map((cell) => cell.map((place) => input.cell[place]).join("+"))).toEqual(merged.cells);
    expect(places.map((cell) => sumOf(input.N, cell))).toEqual(merged.N);
    expect(places.map((cell) => sumOf(input.r, cell))).toEqual(merged.r);
    places.forEach((cell, i) => {
      expect(sumOf(input.N, cell) / sumOf(input.r, cell)).toBeCloseTo(merged.w[i] ?? NaN, 12);
    });
  });

  it.each([
    ["nothing to do", [9, 8, 5, 7], [[0], [1], [2], [3]]],
    ["towards the smaller neighbour", [9, 3, 6, 8], [[0], [1, 2], [3]]],
    ["towards the left of two equal ones", [7, 3, 7, 8], [[0, 1], [2], [3]]],
    ["at the left end", [0, 6, 6, 6], [[0, 1], [2], [3]]],
    [
      "two small cells apart",
      [4, 9, 9, 2],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ["all of them", [1, 0, 2, 1], [[0, 1, 2, 3]]],
    ["nobody at all", [0, 0], [[0, 1]]],
    ["a single cell", [2], [[0]]],
    ["no cell", [], []],
  ])("%s", (_, answers, places) => {
    expect(mergedPlaces(answers, 5)).toEqual(places);
  });

  it("keeps every cell once and in order, and leaves none too small if there are enough answers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (r, minimum) => {
          const places = mergedPlaces(r, minimum);
          expect(places.flat()).toEqual(r.map((_, place) => place));
          const sums = places.map((cell) => cell.reduce((sum, place) => sum + (r[place] ?? 0), 0));
          const total = r.reduce((sum, answers) => sum + answers, 0);
          expect(total < minimum ? sums.length === 1 : Math.min(...sums) >= minimum).toBe(true);
        },
      ),
    );
  });
});
