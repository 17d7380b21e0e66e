import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER_MINIMUM_ITEMS, isAnswered } from "#survey/answered.ts";

describe("isAnswered", () => {
  it("gives the example of its documentation", () => {
    expect(isAnswered([1, 2, 8, 3, null, null, 9, 9, 9, 9, null, null, null])).toBe(true);
  });

  it("asks for at least half of the 13 items", () => {
    expect(ANSWER_MINIMUM_ITEMS).toBe(Math.ceil(13 / 2));
  });

  it("counts values, don't know and no interview alike, wherever they stand", () => {
    const given = fc.array(fc.constantFrom(1, 2, 3, 4, 5, 8, 9), { maxLength: 13 });
    const rows = given.chain((codes) =>
      fc.tuple(
        fc.constant(codes.length),
        fc.shuffledSubarray([...codes, ...Array.from({ length: 13 - codes.length }, () => null)], {
          minLength: 13,
        }),
      ),
    );
    fc.assert(
      fc.property(rows, ([n, codes]) => {
        expect(isAnswered(codes)).toBe(n >= 7);
      }),
    );
  });

  it("does not count what is no code", () => {
    expect(isAnswered([1, 1, 1, 1, 1, 1, 7, 0, 6, -1, NaN, null, null])).toBe(false);
  });
});
