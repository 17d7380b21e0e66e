/**
 * The sampling plan of a municipality: how many are invited, from which target groups, and what may be expected of it
 * (STATISTICS §1.1, requirement-driven). Everything that allocation.csv and the sampling report show comes from here.
 */
import { answersDistribution, expectedAnswers, probabilityOfAnswers } from "../forecast/answers.ts";
import { countQuantile } from "../forecast/countDistribution.ts";
import { rateScenarios, type RateScenario } from "../forecast/rateScenarios.ts";
import type { Sampling } from "../round.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import { integerAllocation } from "./integerAllocation.ts";
import { requiredRate } from "./requiredRate.ts";
import { curveSize } from "./sizeCurve.ts";
import { smallestSize } from "./smallestSize.ts";
import { lowerBounds, targetGroupAllocation, type TargetGroupPlanning } from "./targetGroupAllocation.ts";

/** The eligible citizens of one municipality. */
export interface MunicipalityFrame {
  /** Four digits. */
  code: string;
  /** Eligible citizens of each target group; a group may be empty. */
  populations: Readonly<Record<TargetGroup, number>>;
}

/** One way of sharing the same sample over the target groups, in their fixed order, and what it would give. */
export interface Alternative {
  sample: number[];
  expectedAnswers: number;
  /** P(answers ≥ targetAnswers). */
  probability: number;
}

export interface PlannedGroup {
  targetGroup: TargetGroup;
  population: number;
  sample: number;
  /** sample / population; 0 in an empty group. */
  inclusionProbability: number;
  expectedAnswers: number;
}

export interface MunicipalityPlan {
  code: string;
  population: number;
  sample: number;
  /** Everybody is invited. */
  census: boolean;
  /** `unreachable`: not even the largest allowed sample reaches the target answers with the target probability. */
  verdict: "reachable" | "unreachable";
  /** P(answers ≥ targetAnswers) at the expected rates. */
  probability: number;
  /**
   * Where unreachable: answers per invited that it would take, all groups' rates multiplied by one factor; `null` where
   * reachable, and where not even everybody answering would do.
   */
  requiredRate: number | null;
  /** The minimum answers of the target groups did not fit the sample and were scaled down. */
  lowerRelaxed: boolean;
  expectedAnswers: number;
  /** 5 and 95 % quantiles of the number of answers. */
  likelyAnswers: { low: number; high: number };
  /** The price of oversampling: the same sample in proportion to the groups, as chosen, and equal over the groups. */
  alternatives: { proportional: Alternative; chosen: Alternative; equal: Alternative };
  groups: PlannedGroup[];
}

/** The plan of every municipality, in the order given. See {@link planMunicipality}. */
export function planSample(frames: readonly MunicipalityFrame[], sampling: Sampling): MunicipalityPlan[] {
  const rates = TARGET_GROUPS.map((group) => sampling.expectedResponse[group]);
  const scenarios = rateScenarios(rates, sampling.icc, sampling.maximum);
  return frames.map((frame) => planWithScenarios(frame, sampling, rates, scenarios));
}

/**
 * The plan of one municipality.
 *
 * Size: the larger of the size curve and the smallest n whose optimal allocation gives P(answers ≥ targetAnswers) ≥
 * targetProbability, inside minimum … maximum; everybody where the population is at most `minimum` or n reaches it; the
 * largest allowed sample where the target cannot be reached. Over target groups: {@link targetGroupAllocation} with the
 * same standard deviation assumed in each group.
 */
export function planMunicipality(frame: MunicipalityFrame, sampling: Sampling): MunicipalityPlan {
  const [plan] = planSample([frame], sampling);
  if (!plan) throw new Error("one frame gives one plan");
  return plan;
}

function planWithScenarios(
  frame: MunicipalityFrame,
  sampling: Sampling,
  rates: readonly number[],
  scenarios: readonly RateScenario[],
): MunicipalityPlan {
  const { targetAnswers, targetProbability } = sampling;
  const populations = TARGET_GROUPS.map((group) => frame.populations[group]);
  const population = populations.reduce((sum, n) => sum + n, 0);
  const planning = planningOf(populations, rates, sampling);
  const size = sampleSize(population, planning, sampling, scenarios);
  const { sample, lowerRelaxed } = targetGroupAllocation(size, planning);
  const alternativeOf = (other: number[]): Alternative => ({
    sample: other,
    expectedAnswers: expectedAnswers(other, rates),
    probability: probabilityOfAnswers(other, scenarios, targetAnswers),
  });
  const chosen = alternativeOf(sample);
  const census = size === population;
  const reachable = chosen.probability >= targetProbability;
  const answers = answersDistribution(sample, scenarios);
  return {
    code: frame.code,
    population,
    sample: size,
    census,
    verdict: reachable ? "reachable" : "unreachable",
    probability: chosen.probability,
    requiredRate: reachable ? null : requiredRate(sample, rates, sampling),
    lowerRelaxed,
    expectedAnswers: chosen.expectedAnswers,
    likelyAnswers: { low: countQuantile(answers, 0.05), high: countQuantile(answers, 0.95) },
    alternatives: {
      proportional: census ? chosen : alternativeOf(proportionalSample(size, populations)),
      chosen,
      equal: census ? chosen : alternativeOf(equalSample(size, populations)),
    },
    groups: TARGET_GROUPS.map((targetGroup, h) => plannedGroup(targetGroup, populations[h] ?? 0, sample[h] ?? 0, rates[h] ?? 0)),
  };
}

const planningOf = (
  populations: readonly number[],
  rates: readonly number[],
  sampling: Sampling,
): TargetGroupPlanning => ({
  populations,
  rates,
  deviations: populations.map(() => 1),
  minimumAnswers: sampling.minimumAnswersPerGroup,
});

function plannedGroup(targetGroup: TargetGroup, population: number, sample: number, rate: number): PlannedGroup {
  return {
    targetGroup,
    population,
    sample,
    inclusionProbability: population === 0 ? 0 : sample / population,
    expectedAnswers: sample * rate,
  };
}

function sampleSize(
  population: number,
  planning: TargetGroupPlanning,
  sampling: Sampling,
  scenarios: readonly RateScenario[],
): number {
  if (population <= sampling.minimum) return population;
  const largest = Math.min(sampling.maximum, population);
  const monotoneFrom = lowerBounds(planning).reduce((sum, lower) => sum + lower, 0);
  const reaches = (n: number) =>
    probabilityOfAnswers(targetGroupAllocation(n, planning).sample, scenarios, sampling.targetAnswers) >=
    sampling.targetProbability;
  return smallestSize({ from: curveSize(population, sampling), to: largest, monotoneFrom }, reaches) ?? largest;
}

const zeros = (populations: readonly number[]): number[] => populations.map(() => 0);

/** The sample in proportion to the groups (Huntington–Hill). */
export const proportionalSample = (size: number, populations: readonly number[]): number[] =>
  integerAllocation(size, populations, { lower: zeros(populations), upper: populations });

/** The same number from each group, or all of it where it has fewer. */
export const equalSample = (size: number, populations: readonly number[]): number[] =>
  integerAllocation(
    size,
    populations.map((population) => Math.sign(population)),
    { lower: zeros(populations), upper: populations },
  );
