import { describe, expect, it } from "vitest";
import { overlapCovariance } from "#survey/estimate/overlap.ts";
import { estimated } from "#survey/estimate/covariance.ts";
import { linearMean } from "#survey/estimate/linearise.ts";
import { estimateRound } from "#survey/estimate/results.ts";
import { sampleDesign } from "#survey/estimate/sampleDesign.ts";
import { tabulate, versionsOf } from "#survey/estimate/tabulate.ts";
import type { EarlierRound } from "#survey/estimate/trend.ts";
import type { EstimationInput } from "#survey/estimate/input.ts";
import type { Questionnaire } from "#survey/questionnaire.ts";
import { plainRound } from "../plainRound.ts";
import { all, crowd, inputOf } from "./people.ts";
import { published } from "./reading.ts";

const codes = ["0751", "0101"];
const now = plainRound(codes);
const then = plainRound(codes, { id: "test-2025" });

/** Eighty in each municipality; the later `shift`, the better. */
const people = (shift: number) =>
  codes.flatMap((municipality) =>
    crowd(80, (i) => ({
      municipality,
      codes: all(Math.max(1, ((i * 7) % 5) + 1 - (i % 4 < shift ? 1 : 0))),
    })),
  );

const inputNow = inputOf(now, people(2));
const inputThen = inputOf(then, people(0));

const earlier = (changes: Partial<EarlierRound> = {}, input: EstimationInput = inputThen): EarlierRound => ({
  results: estimateRound(input),
  questionnaires: versionsOf(input.round),
  tabulation: tabulate(input),
  samePeople: new Map(),
  ...changes,
});

const everybody = new Map(inputNow.sample.map(({ respondent }) => [respondent, respondent]));

const width = (round: EarlierRound): number => {
  const change = published(estimateRound(inputNow, [round]), "0751").changes?.[0];
  return (change?.mean.high ?? NaN) - (change?.mean.low ?? NaN);
};

describe("change since an earlier round", () => {
  it("is the difference of the two means, with both variances", () => {
    const results = estimateRound(inputNow, [earlier()]);
    const [change] = published(results, "all").changes ?? [];
    const [a, b] = [published(results, "all"), published(estimateRound(inputThen), "all")];
    expect(change?.since).toBe("test-2025");
    expect(change?.mean.estimate).toBeCloseTo(a.weighted.mean.estimate - b.weighted.mean.estimate, 0);
    const half = (cell: typeof a): number =>
      ((cell.weighted.mean.high ?? 0) - (cell.weighted.mean.low ?? 0)) / 2;
    const reach = ((change?.mean.high ?? 0) - (change?.mean.low ?? 0)) / 2;
    expect(reach).toBeCloseTo(Math.hypot(half(a), half(b)), 0);
    expect(results.trend).toEqual([
      {
        since: "test-2025",
        title: "Borgernes oplevelse",
        period: "2. kvartal 2026",
        sameMunicipalities: true,
        source: "answers",
        notComparable: [],
      },
    ]);
  });

  it("is surer where the same people answered both rounds", () => {
    expect(width(earlier({ samePeople: everybody }))).toBeLessThan(0.8 * width(earlier()));
  });

  it("is counted from the printed intervals when the answers are gone, and is near the exact one", () => {
    const exact = published(estimateRound(inputNow, [earlier()]), "0751").changes?.[0]?.mean;
    const results = estimateRound(inputNow, [earlier({ tabulation: null })]);
    const printed = published(results, "0751").changes?.[0]?.mean;
    expect(results.trend[0]?.source).toBe("published");
    expect(Math.abs((printed?.estimate ?? NaN) - (exact?.estimate ?? 0))).toBeLessThanOrEqual(0.11);
    expect(Math.abs((printed?.low ?? NaN) - (exact?.low ?? 0))).toBeLessThanOrEqual(0.4);
  });

  it("is not given for all municipalities when others took part", () => {
    const alone = plainRound(["0751"], { id: "test-2025" });
    const before = inputOf(
      alone,
      people(0).filter(({ municipality }) => municipality === "0751"),
    );
    const results = estimateRound(inputNow, [earlier({}, before)]);
    expect(published(results, "all").changes).toBeUndefined();
    expect(published(results, "0751").changes).toHaveLength(1);
    expect(published(results, "0101").changes).toBeUndefined();
    expect(results.trend[0]?.sameMunicipalities).toBe(false);
  });

  it("compares only items with the same id and scale, and indexes of the same such items", () => {
    const changed: Questionnaire[] = versionsOf(then).map((version) => ({
      ...version,
      parts: version.parts.map((part) => ({
        ...part,
        items: part.items.map((item) =>
          item.kind === "closed" && item.id === "q2" ? { ...item, scale: "agreement" as const } : item,
        ),
      })),
    }));
    const results = estimateRound(inputNow, [earlier({ questionnaires: changed })]);
    expect(results.trend[0]?.notComparable).toEqual(["q2", "dignity", "total"]);
    expect(published(results, "all", "q2").changes).toBeUndefined();
    expect(published(results, "all", "q1").changes).toHaveLength(1);
  });

  it("is not given where the earlier round withheld", () => {
    const withheld = earlier();
    for (const domain of withheld.results.domains) {
      if (domain.id === "0751") domain.items.q1 = { status: "withheld", reason: "complementary" };
    }
    const results = estimateRound(inputNow, [withheld]);
    expect(published(results, "0751", "q1").changes).toBeUndefined();
    expect(published(results, "0751", "q2").changes).toHaveLength(1);
  });
});

describe("overlapCovariance", () => {
  const values = Float64Array.of(1, 2, 3, 4, 5, 6);
  const members = Int32Array.of(0, 1, 2, 3, 4, 5);
  const wave = (of: Float64Array, population: number) => {
    const weight = new Float64Array(6).fill(population / 6);
    const sizes = { answers: [6], populations: [population] };
    const design = sampleDesign({ stratum: new Int32Array(6), weight }, sizes);
    const linear = linearMean(of, members, design);
    if (!linear) throw new Error("nobody");
    return { sizes, wave: { design, values: of, members, ...estimated(linear, design) } };
  };

  it("is the variance itself where everybody gives the same answer twice", () => {
    const { wave: one, sizes } = wave(values, 60);
    expect(overlapCovariance(one, one, members, sizes)).toBeCloseTo(one.variance ?? NaN, 12);
  });

  it("is Tam's for half of the people", () => {
    const { wave: one, sizes } = wave(values, 60);
    const half = Int32Array.of(0, 1, 2, -1, -1, -1);
    // S₁₂ of 1, 2, 3 is 1; Cov = (3 / 36 − 1 / 60) · 1.
    expect(overlapCovariance(one, one, half, sizes)).toBeCloseTo(3 / 36 - 1 / 60, 12);
  });

  it("is nothing where the samples meet by chance", () => {
    const { wave: one, sizes } = wave(values, 12);
    const half = Int32Array.of(0, 1, 2, -1, -1, -1);
    expect(overlapCovariance(one, one, half, sizes)).toBe(0);
  });
});
