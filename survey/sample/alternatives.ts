/** Ways of sharing one sample over the target groups, and what each would give: the price of oversampling. */
import { probabilityOfAnswers } from "../forecast/answers.ts";
import { expectedAnswers } from "../forecast/expectedAnswers.ts";
import type { RateScenario } from "../forecast/rateScenarios.ts";
import { integerAllocation } from "./integerAllocation.ts";

export interface Alternative {
  /** Invited of each target group, in their fixed order. */
  sample: number[];
  expectedAnswers: number;
  /** P(answers ≥ targetAnswers). */
  probability: number;
}

/** The price of oversampling: the same sample in proportion to the groups, as chosen, and equal over the groups. */
export interface Alternatives {
  proportional: Alternative;
  chosen: Alternative;
  equal: Alternative;
}

/** What may be expected of the answers. */
export interface Expectation {
  /** Expected response rate of each target group. */
  rates: readonly number[];
  /** The uncertainty about them. */
  scenarios: readonly RateScenario[];
  targetAnswers: number;
}

/** The sample in proportion to the groups (Huntington–Hill). */
const proportionalSample = (size: number, populations: readonly number[]): number[] =>
  integerAllocation(size, populations, { lower: populations.map(() => 0), upper: populations });

/** The same number from each group, or all of it where it has fewer. */
const equalSample = (size: number, populations: readonly number[]): number[] =>
  integerAllocation(
    size,
    populations.map((population) => Math.sign(population)),
    { lower: populations.map(() => 0), upper: populations },
  );

/** What the chosen sample and its alternatives of the same size would give; of everybody there is only one sample. */
export function alternativesOf(
  chosen: readonly number[],
  populations: readonly number[],
  { rates, scenarios, targetAnswers }: Expectation,
): Alternatives {
  const alternativeOf = (sample: number[]): Alternative => ({
    sample,
    expectedAnswers: expectedAnswers(sample, rates),
    probability: probabilityOfAnswers(sample, scenarios, targetAnswers),
  });
  const asChosen = alternativeOf([...chosen]);
  const everybody = chosen.every((n, group) => n === populations[group]);
  if (everybody) return { proportional: asChosen, chosen: asChosen, equal: asChosen };
  const size = chosen.reduce((sum, n) => sum + n, 0);
  return {
    proportional: alternativeOf(proportionalSample(size, populations)),
    chosen: asChosen,
    equal: alternativeOf(equalSample(size, populations)),
  };
}
