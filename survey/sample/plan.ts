/**
 * The sampling plan of a municipality: how many are invited, from which target groups, and what may be expected of it
 * (STATISTICS §1.1). Everything that allocation.csv and the sampling report show comes from here.
 */
import { probabilityOfAnswers, quantileOfAnswers } from "../forecast/answers.ts";
import { rateScenarios } from "../forecast/rateScenarios.ts";
import { expectedRates, type Round, type Sampling } from "../round.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import { alternativesOf, type Alternatives, type Expectation } from "./alternatives.ts";
import { batchesOf } from "./batches.ts";
import { budgetSizes } from "./budgetSizes.ts";
import { requiredRate } from "./requiredRate.ts";
import { sampleSize } from "./sampleSize.ts";
import { targetGroupAllocation, type TargetGroupPlanning } from "./targetGroupAllocation.ts";

/** The eligible citizens of one municipality. */
export interface MunicipalityFrame {
  /** Four digits. */
  code: string;
  /** Eligible citizens of each target group; a group may be empty. */
  populations: Readonly<Record<TargetGroup, number>>;
  /** How many were invited before any supplement, where letters are out; a budget leaves them as they are. */
  held?: number;
  /** How many each supplement adds, in the order in which they are drawn. */
  supplements?: readonly number[];
}

export interface PlannedGroup {
  targetGroup: TargetGroup;
  population: number;
  sample: number;
  /** sample / population; 0 in an empty group. */
  inclusionProbability: number;
  expectedAnswers: number;
}

/**
 * Whether the target answers come with the target probability: `reachable`; `short`, when the budget gives fewer invitations
 * than it takes; `unreachable`, when not even the largest allowed sample would do.
 */
export type Verdict = "reachable" | "short" | "unreachable";

export interface MunicipalityPlan {
  code: string;
  population: number;
  sample: number;
  /** Everybody is invited. */
  census: boolean;
  verdict: Verdict;
  /** P(answers ≥ targetAnswers) at the expected rates. */
  probability: number;
  /**
   * Where not reachable: answers per invited that it would take, all groups' rates multiplied by one factor; `null` where
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
  /** Invited of each target group in each batch: the first sample, then its supplements. */
  batches: number[][];
}

/**
 * The plan of every municipality, in the order given. The size is {@link sampleSize}, or {@link budgetSizes} where the round
 * has a budget; the target groups' shares are {@link targetGroupAllocation}; the same standard deviation is assumed in every
 * target group until a survey has shown another.
 *
 * @throws InfeasibleAllocationError when the budget does not fit the bounds, or a supplement is larger than what is left.
 */
export function planSample(frames: readonly MunicipalityFrame[], round: Round): MunicipalityPlan[] {
  const { sampling } = round;
  const rates = expectedRates(round);
  const { icc, maximum, targetAnswers } = sampling;
  const expectation = { rates, scenarios: rateScenarios(rates, icc, maximum), targetAnswers };
  const plannings = frames.map((frame) => planningOf(frame, rates, sampling));
  const sizes = firstSizes(frames, plannings, sampling, expectation);
  return frames.map((frame, i) =>
    planMunicipality(frame, sizes[i] ?? 0, plannings[i] ?? planningOf(frame, rates, sampling), {
      sampling,
      expectation,
    }),
  );
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

const planningOf = (
  frame: MunicipalityFrame,
  rates: readonly number[],
  sampling: Sampling,
): TargetGroupPlanning => ({
  populations: TARGET_GROUPS.map((group) => frame.populations[group]),
  rates,
  deviations: TARGET_GROUPS.map(() => 1),
  minimumAnswers: sampling.minimumAnswersPerGroup,
});

/** How many each municipality invites before any supplement. */
function firstSizes(
  frames: readonly MunicipalityFrame[],
  plannings: readonly TargetGroupPlanning[],
  sampling: Sampling,
  expectation: Expectation,
): number[] {
  if (!sampling.budget) return plannings.map((planning) => sampleSize(planning, sampling, expectation));
  const municipalities = plannings.map((planning, i) => {
    const held = frames[i]?.held;
    return { population: sumOf(planning.populations), ...(held === undefined ? {} : { held }) };
  });
  return budgetSizes(municipalities, sampling, sampling.budget);
}

interface Rules {
  sampling: Sampling;
  expectation: Expectation;
}

function planMunicipality(
  { code, supplements = [] }: MunicipalityFrame,
  firstSize: number,
  planning: TargetGroupPlanning,
  rules: Rules,
): MunicipalityPlan {
  const { populations } = planning;
  const { rates, scenarios } = rules.expectation;
  const population = sumOf(populations);
  const { batches, sample, lowerRelaxed } = batchesOf([firstSize, ...supplements], planning);
  const alternatives = alternativesOf(sample, populations, rules.expectation);
  const { probability, expectedAnswers } = alternatives.chosen;
  const verdict = verdictOf(probability, sumOf(sample), planning, rules);
  return {
    code,
    population,
    sample: sumOf(sample),
    census: sumOf(sample) === population,
    verdict,
    probability,
    requiredRate: verdict === "reachable" ? null : requiredRate(sample, rates, rules.sampling),
    lowerRelaxed,
    expectedAnswers,
    likelyAnswers: {
      low: quantileOfAnswers(sample, scenarios, 0.05),
      high: quantileOfAnswers(sample, scenarios, 0.95),
    },
    alternatives,
    groups: plannedGroups(populations, sample, rates),
    batches,
  };
}

function verdictOf(
  probability: number,
  size: number,
  planning: TargetGroupPlanning,
  { sampling, expectation }: Rules,
): Verdict {
  if (probability >= sampling.targetProbability) return "reachable";
  const largest = Math.min(sampling.maximum, sumOf(planning.populations));
  if (size >= largest) return "unreachable";
  const { sample } = targetGroupAllocation(largest, planning);
  const best = probabilityOfAnswers(sample, expectation.scenarios, sampling.targetAnswers);
  return best >= sampling.targetProbability ? "short" : "unreachable";
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
