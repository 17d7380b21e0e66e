import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  eligibilityRate,
  outcomeRate,
  RATE_NAMES,
  type ClassCounts,
} from "#survey/dispositions/outcomeRates.ts";
import vectors from "../../vectors/outcome_rates.json" with { type: "json" };

describe("outcome_rates.json", () => {
  it.each(vectors.cases)("$name", ({ counts, e, rates, tolerance }) => {
    for (const name of RATE_NAMES) {
      const expected = rates[name];
      const found = outcomeRate(name, counts, e ?? eligibilityRate(counts));
      expect(found === null).toBe(expected === null);
      expect(Math.abs((found ?? 0) - (expected ?? 0))).toBeLessThanOrEqual(tolerance);
    }
  });
});

describe("outcomeRate", () => {
  const counts: fc.Arbitrary<ClassCounts> = fc.record({
    I: fc.nat(50),
    P: fc.nat(50),
    R: fc.nat(50),
    NC: fc.nat(50),
    O: fc.nat(50),
    UH: fc.nat(50),
    UO: fc.nat(50),
    NE: fc.nat(50),
  });

  it("lies between 0 and 1, and the rates of one kind stand in AAPOR's order", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (some, e) => {
        const rate = (name: (typeof RATE_NAMES)[number]) => outcomeRate(name, some, e);
        const values = RATE_NAMES.flatMap((name) => rate(name) ?? []);
        expect(values.every((value) => value >= 0 && value <= 1 + 1e-12)).toBe(true);
        const [all, estimated, known] = [rate("RR2") ?? 0, rate("RR4") ?? 0, rate("RR6") ?? 1];
        expect(all).toBeLessThanOrEqual(estimated + 1e-12);
        expect(estimated).toBeLessThanOrEqual(known + 1e-12);
      }),
    );
  });

  it.each([-0.1, 1.1, NaN])("takes no e of %d", (e) => {
    expect(() => outcomeRate("RR3", { I: 1 }, e)).toThrow(RangeError);
  });
});

describe("eligibilityRate", () => {
  it("is 1 when nobody's eligibility is known", () => {
    expect(eligibilityRate({ UO: 4 })).toBe(1);
  });
});
