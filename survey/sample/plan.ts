/**
 * The sampling plan of a municipality: how many are invited, from which target groups, and what may be expected of it
 * (STATISTICS §1.1, requirement-driven). Everything that allocation.csv and the sampling report show comes from here.
 */
import { quantileOfAnswers } from "../forecast/answers.ts";
import { rateScenarios } from "../forecast/rateScenarios.ts";
import { expectedRates, type Round } from "../round.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import { alternativesOf, type Alternatives, type Expectation } from "./alternatives.ts";
import { requiredRate } from "./requiredRate.ts";
import { sampleSize } from "./sampleSize.ts";
import { targetGroupAllocation } from "./targetGroupAllocation.ts";

/** The eligible citizens of one municipality. */
export interface MunicipalityFrame {
  /** Four digits. */
  code: string;
  /** Eligible citizens of each target group; a group may be empty. */
  populations: Readonly<Record<TargetGroup, number>>;
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
  alternatives: Alternatives;
  /** In the fixed order of the target groups. */
  groups: PlannedGroup[];
}

/**
 * The plan of every municipality, in the order given. The size is {@link sampleSize}, the target groups' shares are
 * {@link targetGroupAllocation}; the same standard deviation is assumed in every target group until a survey has shown
 * another.
 */
export function planSample(frames: readonly MunicipalityFrame[], round: Round): MunicipalityPlan[] {
  const { icc, maximum, targetAnswers } = round.sampling;
  const rates = expectedRates(round);
  const expectation = { rates, scenarios: rateScenarios(rates, icc, maximum), targetAnswers };
  return frames.map((frame) => planMunicipality(frame, round, expectation));
}

function planMunicipality(
  frame: MunicipalityFrame,
  { sampling }: Round,
  expectation: Expectation,
): MunicipalityPlan {
  const { rates, scenarios } = expectation;
  const populations = TARGET_GROUPS.map((group) => frame.populations[group]);
  const population = populations.reduce((sum, group) => sum + group, 0);
  const planning = {
    populations,
    rates,
    deviations: populations.map(() => 1),
    minimumAnswers: sampling.minimumAnswersPerGroup,
  };
  const size = sampleSize(planning, sampling, expectation);
  const { sample, lowerRelaxed } = targetGroupAllocation(size, planning);
  const alternatives = alternativesOf(sample, populations, expectation);
  const { probability, expectedAnswers } = alternatives.chosen;
  const reachable = probability >= sampling.targetProbability;
  return {
    code: frame.code,
    population,
    sample: size,
    census: size === population,
    verdict: reachable ? "reachable" : "unreachable",
    probability,
    requiredRate: reachable ? null : requiredRate(sample, rates, sampling),
    lowerRelaxed,
    expectedAnswers,
    likelyAnswers: {
      low: quantileOfAnswers(sample, scenarios, 0.05),
      high: quantileOfAnswers(sample, scenarios, 0.95),
    },
    alternatives,
    groups: plannedGroups(populations, sample, rates),
  };
}

const plannedGroups = (
  populations: readonly number[],
  sample: readonly number[],
  rates: readonly number[],
): PlannedGroup[] =>
  TARGET_GROUPS.map((targetGroup, h) => {
    const [population, invited] = [populations[h] ?? 0, sample[h] ?? 0];
    return {
      targetGroup,
      population,
      sample: invited,
      inclusionProbability: population === 0 ? 0 : invited / population,
      expectedAnswers: invited * (rates[h] ?? 0),
    };
  });
