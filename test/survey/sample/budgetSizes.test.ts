import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InfeasibleAllocationError } from "#survey/sample/box.ts";
import { budgetSizes } from "#survey/sample/budgetSizes.ts";
import { planSample } from "#survey/sample/plan.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };
import { plainRound } from "../plainRound.ts";
import { objective, sum } from "./boxes.ts";

const { survey_shape: shape } = vectors;
const municipalities = shape.N_total.map((population) => ({ population }));
const bounds = { minimum: 1000, maximum: 2000 };

describe("allocation.json: power allocation over 98 municipalities", () => {
  it.each(shape.power)("q=$q, total $total", ({ q, total, x, integer_x }) => {
    const sizes = budgetSizes(municipalities, bounds, { total, exponent: q });
    expect(sum(sizes)).toBe(total);
    sizes.forEach((size, i) => {
      expect(size).toBeGreaterThanOrEqual(Math.min(1000, shape.N_total[i] ?? 0));
      expect(size).toBeLessThanOrEqual(Math.min(2000, shape.N_total[i] ?? 0));
      expect(Math.abs(size - (x[i] ?? 0))).toBeLessThan(1);
    });
    const priorities = shape.N_total.map((population) => population ** q);
    expect(objective(priorities, sizes)).toBeLessThanOrEqual(objective(priorities, integer_x) * (1 + 1e-12));
  });

  it.each(shape.power)("q=$q through the plan of the whole round", ({ q, total }) => {
    const round = plainRound(["0751"], { sampling: { budget: { total, exponent: q } } });
    const frames = shape.N_by_group.map(
      ([dagpenge = 0, sygedagpenge = 0, jobparate = 0, aktivitetsparate = 0], i) => ({
        code: String(i).padStart(4, "0"),
        populations: { dagpenge, aktivitetsparate, sygedagpenge, jobparate },
      }),
    );
    const plans = planSample(frames, round);
    expect(plans.map((plan) => plan.sample)).toEqual(
      budgetSizes(municipalities, bounds, { total, exponent: q }),
    );
    for (const plan of plans) {
      expect(sum(plan.groups.map((group) => group.sample))).toBe(plan.sample);
    }
  });
});

describe("budgetSizes", () => {
  it("gives large municipalities more, the more the larger the exponent", () => {
    const three = [{ population: 3000 }, { population: 9000 }, { population: 27_000 }];
    const sizes = (exponent: number) =>
      budgetSizes(three, { minimum: 1, maximum: 9000 }, { total: 3900, exponent });
    expect(sizes(0)).toEqual([1300, 1300, 1300]);
    expect(sizes(1)).toEqual([300, 900, 2700]);
    const compromise = sizes(0.5);
    expect(compromise[0]).toBeGreaterThan(300);
    expect(compromise[2]).toBeGreaterThan(1300);
  });

  it("leaves what is drawn as it is and shares the rest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 200, max: 1700 }), (held, rest) => {
        const sizes = budgetSizes(
          [{ population: 900, held }, { population: 900 }, { population: 900 }],
          { minimum: 100, maximum: 850 },
          { total: held + rest, exponent: 0.5 },
        );
        expect(sizes[0]).toBe(held);
        expect(sum(sizes)).toBe(held + rest);
        expect(Math.abs((sizes[1] ?? 0) - (sizes[2] ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("throws with both numbers when the budget does not fit the bounds", () => {
    const two = [{ population: 5000 }, { population: 400 }];
    const share = (total: number) => () => budgetSizes(two, bounds, { total, exponent: 0.5 });
    expect(share(1399)).toThrow(/1400.*1399/);
    expect(share(2401)).toThrow(/2400.*2401/);
    expect(share(1399)).toThrow(InfeasibleAllocationError);
    expect(share(1400)()).toEqual([1000, 400]);
    expect(share(2400)()).toEqual([2000, 400]);
  });
});
