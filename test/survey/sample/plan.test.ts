import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternativesOf } from "#survey/sample/alternatives.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { planSample, type MunicipalityPlan } from "#survey/sample/plan.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };
import { plainRound } from "../plainRound.ts";
import { sum } from "./boxes.ts";

const round = plainRound(["0751"]);

function planOf(populations: number[], planned = round): MunicipalityPlan {
  const [dagpenge = 0, aktivitetsparate = 0, sygedagpenge = 0, jobparate = 0] = populations;
  const frame = { code: "0751", populations: { dagpenge, aktivitetsparate, sygedagpenge, jobparate } };
  const [plan] = planSample([frame], planned);
  if (!plan) throw new Error("no plan");
  return plan;
}

describe("planSample", () => {
  it("takes a small municipality whole and says what rate it would take", () => {
    const plan = planOf([182, 180, 171, 117]);
    expect(plan).toMatchObject({ population: 650, sample: 650, census: true, verdict: "unreachable" });
    expect(plan.groups.every(({ inclusionProbability }) => inclusionProbability === 1)).toBe(true);
    expect(plan.probability).toBeLessThan(0.01);
    expect(plan.requiredRate).toBeGreaterThan(0.33);
    expect(plan.requiredRate).toBeLessThan(0.4);
  });

  it("names no rate where not even everybody would do", () => {
    expect(planOf([40, 30, 20, 10])).toMatchObject({
      verdict: "unreachable",
      requiredRate: null,
      census: true,
    });
  });

  it("invites the larger of the size curve and what the target needs", () => {
    const needed = planOf([746, 173, 473, 423]);
    expect(needed).toMatchObject({ verdict: "reachable", census: false, requiredRate: null });
    expect(needed.sample).toBeGreaterThan(1000);
    expect(needed.probability).toBeGreaterThanOrEqual(0.95);
    expect(needed.probability).toBeLessThan(0.951);
    expect(planOf([16_695, 7769, 13_799, 7568]).sample).toBe(2000);
  });

  it("stops at the maximum where the target is out of reach", () => {
    const expectedResponse = { dagpenge: 0.08, aktivitetsparate: 0.05, sygedagpenge: 0.07, jobparate: 0.06 };
    const plan = planOf([9000, 4000, 7000, 4000], plainRound(["0751"], { sampling: { expectedResponse } }));
    expect(plan).toMatchObject({ sample: 2000, census: false, verdict: "unreachable" });
    expect(plan.requiredRate).toBeGreaterThan(plan.expectedAnswers / plan.sample);
    expect(plan.requiredRate).toBeLessThan(0.2);
  });

  it("says where a budget gives too few, and what rate it would take instead", () => {
    const [few, enough] = [1000, 1300].map((total) =>
      planOf([9000, 4000, 7000, 4000], plainRound(["0751"], { sampling: { budget: { total } } })),
    );
    expect(few).toMatchObject({ sample: 1000, verdict: "short" });
    expect(few?.requiredRate).toBeGreaterThan(0.2);
    expect(enough).toMatchObject({ sample: 1300, verdict: "reachable", requiredRate: null });
  });

  it("is the plan of the larger sample after a supplement", () => {
    const populations = { dagpenge: 900, aktivitetsparate: 700, sygedagpenge: 800, jobparate: 300 };
    const [plan] = planSample([{ code: "0751", populations, supplements: [120, 80] }], round);
    expect(plan?.batches.map(sum)).toEqual([(plan?.sample ?? 0) - 200, 120, 80]);
    expect(sum(plan?.groups.map(({ sample }) => sample) ?? [])).toBe(plan?.sample);
    const first = planOf([900, 700, 800, 300]);
    expect(plan?.batches[0]).toEqual(first.groups.map(({ sample }) => sample));
    expect(plan?.expectedAnswers).toBeGreaterThan(first.expectedAnswers);
  });

  it("reaches the minimum answers of every group that has the people", () => {
    const plan = planOf([3000, 400, 1200, 900]);
    for (const { population, sample, expectedAnswers } of plan.groups) {
      expect(expectedAnswers >= 30 - 1e-9 || sample === population).toBe(true);
    }
    expect(plan.lowerRelaxed).toBe(false);
  });

  it("reports minimum answers that do not fit", () => {
    const greedy = plainRound(["0751"], { sampling: { minimumAnswersPerGroup: 150 } });
    expect(planOf([8000, 8000, 8000, 8000], greedy).lowerRelaxed).toBe(true);
  });

  it("plans a municipality with empty groups, and one without citizens", () => {
    const plan = planOf([0, 0, 12_000, 30]);
    expect(plan.groups.map(({ sample }) => sample > 0)).toEqual([false, false, true, true]);
    expect(plan.groups[0]).toMatchObject({ inclusionProbability: 0, expectedAnswers: 0 });
    expect(planOf([0, 0, 0, 0])).toMatchObject({ sample: 0, census: true, verdict: "unreachable" });
  });

  it("adds up, whatever the frame", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 4, maxLength: 4 }), (populations) => {
        const plan = planOf(populations);
        expect(sum(plan.groups.map(({ sample }) => sample))).toBe(plan.sample);
        expect(plan.groups.map(({ targetGroup }) => targetGroup)).toEqual([...TARGET_GROUPS]);
        expect(plan.population).toBe(sum(populations));
        expect(plan.census).toBe(plan.sample === plan.population);
        expect(plan.sample).toBeGreaterThanOrEqual(Math.min(1000, plan.population));
        expect(plan.sample).toBeLessThanOrEqual(2000);
        expect(plan.verdict === "reachable").toBe(plan.probability >= 0.95);
        expect(plan.likelyAnswers.low).toBeLessThanOrEqual(plan.expectedAnswers);
        expect(plan.likelyAnswers.high).toBeGreaterThanOrEqual(Math.floor(plan.expectedAnswers));
        for (const { sample } of Object.values(plan.alternatives)) expect(sum(sample)).toBe(plan.sample);
        plan.groups.forEach(({ sample }, h) => expect(sample).toBeLessThanOrEqual(populations[h] ?? 0));
      }),
      { numRuns: 40 },
    );
  });
});

describe("the price of oversampling (allocation.json)", () => {
  const rates = vectors.survey_shape.response_rate;
  const populations = [34_000, 27_000, 23_000, 16_000];
  const expectation = { rates, scenarios: rateScenarios(rates, 0, 1000), targetAnswers: 200 };
  const { proportional, equal, low_rate_heavy } = vectors.survey_shape.oversampling_tradeoff;
  const alternatives = alternativesOf(low_rate_heavy.n, populations, expectation);

  it.each([
    ["proportional", alternatives.proportional, proportional],
    ["equal", alternatives.equal, equal],
    ["chosen", alternatives.chosen, low_rate_heavy],
  ])("%s", (_, alternative, expected) => {
    expect(alternative.sample).toEqual(expected.n);
    expect(alternative.expectedAnswers).toBeCloseTo(expected.expected_answers, 10);
    expect(Math.abs(alternative.probability - expected.p_ge_200)).toBeLessThan(1e-8);
  });
});
