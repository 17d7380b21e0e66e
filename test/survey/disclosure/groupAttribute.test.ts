import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposesGroup, GROUP_ATTRIBUTE_BELOW } from "#survey/disclosure/groupAttribute.ts";

describe("exposesGroup", () => {
  it("gives the example of its documentation", () => {
    expect(exposesGroup([0, 0, 1, 0, 8])).toBe(true);
  });

  it.each([
    ["seven of seven give the same code", [0, 0, 0, 7, 0], true],
    ["seven of seven are dissatisfied", [0, 0, 0, 4, 3], true],
    ["all are satisfied", [9, 12, 0, 0, 0], true],
    ["23 of 24: the one knows", [1, 0, 0, 0, 23], true],
    ["two of 24 differ", [1, 1, 0, 0, 22], false],
    ["one is in the middle", [0, 0, 1, 4, 4], false],
    ["29 of one mind", [29, 0, 0, 0, 0], true],
    ["30 of one mind are a fact about the group", [30, 0, 0, 0, 0], false],
    ["nobody", [0, 0, 0, 0, 0], false],
  ])("%s", (_, counts, expected) => {
    expect(exposesGroup(counts)).toBe(expected);
  });

  it("never lets a small group through in which everybody, or all but one, say the same", () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(4),
        fc.integer({ min: 1, max: GROUP_ATTRIBUTE_BELOW - 2 }),
        (most, other, n) => {
          const counts = [0, 0, 0, 0, 0];
          counts[most] = n;
          expect(exposesGroup(counts)).toBe(true);
          counts[other] = (counts[other] ?? 0) + 1;
          expect(exposesGroup(counts)).toBe(true);
        },
      ),
    );
  });
});
