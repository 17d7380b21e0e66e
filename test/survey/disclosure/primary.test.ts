import { describe, expect, it } from "vitest";
import { isPrimary, tooFew } from "#survey/disclosure/primary.ts";

describe("tooFew", () => {
  it("gives the example of its documentation", () => {
    expect(tooFew(40, 5, [{ n: 3, threshold: 5 }])).toBe(true);
  });

  it.each([
    ["no answers", 0, 5, [], true],
    ["one under the threshold", 4, 5, [], true],
    ["the threshold", 5, 5, [], false],
    ["the threshold of a census", 9, 10, [], true],
    ["nobody outside", 40, 5, [{ n: 0, threshold: 5 }], false],
    ["one outside", 40, 5, [{ n: 1, threshold: 5 }], true],
    ["four outside", 40, 5, [{ n: 4, threshold: 5 }], true],
    ["five outside", 40, 5, [{ n: 5, threshold: 5 }], false],
    ["nine outside in a census", 40, 10, [{ n: 9, threshold: 10 }], true],
    [
      "few outside in one of two larger domains",
      40,
      5,
      [
        { n: 300, threshold: 5 },
        { n: 2, threshold: 5 },
      ],
      true,
    ],
  ])("%s", (_, n, threshold, complements, expected) => {
    expect(tooFew(n, threshold, complements)).toBe(expected);
  });
});

describe("isPrimary", () => {
  it.each([
    ["few answers", [1, 1, 1, 1, 0], [], true],
    ["few outside", [9, 9, 9, 9, 9], [{ n: 3, threshold: 5 }], true],
    ["a small group of one mind", [0, 0, 0, 0, 9], [], true],
    ["none of these", [2, 2, 2, 2, 2], [{ n: 50, threshold: 5 }], false],
  ])("%s", (_, counts, complements, expected) => {
    expect(isPrimary(counts, 5, complements)).toBe(expected);
  });
});
