import * as fc from "fast-check";
import { expect, it } from "vitest";
import { holm } from "#survey/estimate/holm.ts";

it.each([
  ["its documentation", [0.02, 0.001, null], [true, true, false]],
  ["a step that fails and stops the rest", [0.01, 0.04, 0.03, 0.005], [true, false, false, true]],
  ["nothing", [], []],
  ["no p at all", [null, null], [false, false]],
  ["one test", [0.05], [true]],
])("%s", (_, values, clear) => {
  // R: p.adjust(c(.01, .04, .03, .005), "holm") is .03, .06, .06, .02.
  expect(holm(values)).toEqual(clear);
});

it("lies between Bonferroni and no correction", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: 1 }), (values) => {
      const clear = holm(values);
      expect(values.filter((p, i) => p <= 0.05 / values.length && !clear[i])).toEqual([]);
      expect(values.filter((p, i) => p > 0.05 && clear[i])).toEqual([]);
    }),
  );
});
