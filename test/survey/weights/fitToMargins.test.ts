import { describe, expect, it } from "vitest";
import { estimateRound } from "#survey/estimate/results.ts";
import { tabulate } from "#survey/estimate/tabulate.ts";
import { MarginError } from "#survey/weights/fitToMargins.ts";
import { weightQuality } from "#survey/weights/weightQuality.ts";
import { plainRound } from "../plainRound.ts";
import { all, crowd, inputOf } from "../estimate/people.ts";
import { published } from "../estimate/reading.ts";

const codes = ["0751", "0101"];
type Weighting = NonNullable<Parameters<typeof plainRound>[1]>["weighting"];

/** Women are satisfied and answer more often than men: 60 of 80. */
const input = (weighting: Weighting, women = 400) => {
  const people = codes.flatMap((municipality) =>
    crowd(80, (i) => ({
      municipality,
      sex: i % 4 === 3 ? ("m" as const) : ("f" as const),
      age: ["under-30", "30-39", "40-49"][i % 3] ?? "30-39",
      codes: all(i % 4 === 3 ? 4 + (i % 2) : 1 + (i % 3)),
    })),
  );
  return {
    ...inputOf(plainRound(codes, { weighting }), people),
    margins: {
      sex: [
        { value: "f", citizens: women },
        { value: "m", citizens: 1600 - women },
      ],
    },
  };
};

const sumOf = (women: boolean, tabulation: ReturnType<typeof tabulate>): number =>
  tabulation.respondents.reduce(
    (sum, { person }, i) =>
      person.sex === (women ? "f" : "m") ? sum + (tabulation.weights.weight[i] ?? 0) : sum,
    0,
  );

describe("margins of round.json", () => {
  it("none by default: the post-stratified weights", () => {
    const { weights, design } = tabulate(input({}));
    expect(weights.weight).toBe(weights.base);
    expect(weights.margins).toBeNull();
    expect(design.calibration).toBeNull();
  });

  it.each(["raking", "logit"] as const)("%s brings sex to its citizens and keeps the strata", (method) => {
    const tabulation = tabulate(input({ margins: ["sex"], method, bounds: { low: 0.1, high: 4 } }));
    expect(sumOf(true, tabulation)).toBeCloseTo(400, 6);
    const quality = weightQuality(
      tabulation.respondents.map(({ person }) => person.municipality),
      tabulation.weights,
    );
    expect(quality.map(({ municipality, sum }) => [municipality, Math.round(sum)])).toEqual([
      [null, 1600],
      ["0751", 800],
      ["0101", 800],
    ]);
    expect(quality[0]?.designEffect).toBeGreaterThan(quality[0]?.designEffectBefore ?? 0);
  });

  it("moves the mean towards those who answer seldom, and narrows the interval of what sex explains", () => {
    const before = published(estimateRound(input({})), "all");
    const after = published(estimateRound(input({ margins: ["sex"] })), "all");
    expect(after.weighted.mean.estimate).toBeLessThan(before.weighted.mean.estimate - 10);
    expect(after.unweighted).toEqual(before.unweighted);
  });

  it("names the margin that bounds cannot meet", () => {
    const tight = { margins: ["sex" as const], method: "logit" as const, bounds: { low: 0.9, high: 1.1 } };
    expect(() => tabulate(input(tight))).toThrow(MarginError);
    expect(() => tabulate(input(tight))).toThrow(/the margin sex, value [fm], cannot be met/);
  });

  it("trims and fits again", () => {
    const free = tabulate(input({ margins: ["sex"] }, 100));
    const trimmed = tabulate(input({ margins: ["sex"], trimAt: 2.5 }, 100));
    expect(free.weights.margins?.trimmed).toBe(0);
    expect(trimmed.weights.margins?.trimmed).toBeGreaterThan(0);
    expect(sumOf(true, trimmed)).toBeCloseTo(100, 6);
  });

  it("says whether the caps hold: the margins always do", () => {
    // Men are 40 of 160 answers: 1,200 of 1,600 citizens make their weights three times the post-stratified ones.
    const wide = tabulate(input({ margins: ["sex"], trimAt: 4 }));
    const narrow = tabulate(input({ margins: ["sex"], trimAt: 1.5 }));
    expect(wide.weights.margins).toMatchObject({ trimmed: 0, aboveCap: 0 });
    expect(narrow.weights.margins).toMatchObject({ trimmed: 40, aboveCap: 40 });
    expect(sumOf(true, narrow)).toBeCloseTo(400, 6);
  });

  it("throws when the citizens are not known", () => {
    expect(() => tabulate({ ...input({ margins: ["age_band"] }) })).toThrow(
      "citizens by age_band are not known",
    );
  });
});
