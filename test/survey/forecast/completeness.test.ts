import { describe, expect, it } from "vitest";
import { completenessAt, planStrength, type ContactPlan } from "#survey/forecast/completeness.ts";

const PLAN: ContactPlan = {
  contacts: [
    { contact: 0, day: 100 },
    { contact: 1, day: 107 },
    { contact: 2, day: 114 },
  ],
  end: 128,
};

/** What a day brings. */
const gain = (day: number): number => completenessAt(PLAN, day + 1) - completenessAt(PLAN, day);

describe("completenessAt", () => {
  it("grows from 0 at the invitation to 1 at the closing", () => {
    expect(completenessAt(PLAN, 100)).toBe(0);
    expect(completenessAt(PLAN, 128)).toBe(1);
    expect(completenessAt(PLAN, 400)).toBe(1);
    for (let day = 100; day < 128; day += 0.5) {
      expect(completenessAt(PLAN, day + 0.5)).toBeGreaterThan(completenessAt(PLAN, day));
    }
  });

  it("has a step at every reminder: the day after brings more than the day before", () => {
    for (const day of [107, 114]) expect(gain(day)).toBeGreaterThan(2 * gain(day - 1));
  });

  it("has half of the invitation's share within two days", () => {
    expect(completenessAt(PLAN, 102) * planStrength(PLAN)).toBeCloseTo(0.3, 12);
  });

  it("is 0 for a plan that brings nothing", () => {
    expect(completenessAt({ contacts: [], end: 10 }, 5)).toBe(0);
  });
});
