import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { representativeness } from "#survey/representativeness/rIndicator.ts";
import vectors from "../../vectors/forecast.json" with { type: "json" };

describe("representativeness", () => {
  it("is R's, to 1e-12", () => {
    const { input, expected } = vectors.r_indicator;
    const found = representativeness(
      input.N.map((population, h) => ({
        population,
        invited: input.n[h] ?? 0,
        answered: input.r[h] ?? 0,
      })),
    );
    expect(Math.abs((found?.rIndicator ?? 0) - expected.R)).toBeLessThan(1e-12);
    expect(Math.abs((found?.meanRate ?? 0) - expected.rho_bar)).toBeLessThan(1e-12);
    expect(Math.abs((found?.coefficientOfVariation ?? 0) - expected.cv_rho)).toBeLessThan(1e-12);
    expected.partial_unconditional_by_group.forEach((partial, h) =>
      expect(Math.abs((found?.partial[h] ?? 0) - partial)).toBeLessThan(1e-12),
    );
    expected.rho_h.forEach((rate, h) => expect(found?.rates[h]).toBeCloseTo(rate, 12));
  });

  it("lies between 0 and 1, is 1 when all answer alike, and names the group that answers least", () => {
    const group = fc
      .record({ population: fc.integer({ min: 2, max: 5000 }), invited: fc.integer({ min: 1, max: 500 }) })
      .chain((g) => fc.nat(g.invited).map((answered) => ({ ...g, answered })));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (groups) => {
        const found = representativeness(groups);
        if (!found) throw new Error("two groups were asked");
        expect(found.rIndicator).toBeGreaterThan(-0.1);
        expect(found.rIndicator).toBeLessThanOrEqual(1);
        const lowest = found.rates.indexOf(Math.min(...found.rates));
        expect(found.partial[lowest]).toBeLessThanOrEqual(1e-12);
      }),
    );
    const alike = [100, 300].map((invited) => ({ population: 1000, invited, answered: invited / 4 }));
    expect(representativeness(alike)?.rIndicator).toBe(1);
  });

  it("says nothing of fewer than two groups", () => {
    expect(representativeness([{ population: 10, invited: 5, answered: 1 }])).toBeNull();
    expect(
      representativeness([
        { population: 10, invited: 5, answered: 1 },
        { population: 10, invited: 0, answered: 0 },
      ]),
    ).toBeNull();
  });
});
