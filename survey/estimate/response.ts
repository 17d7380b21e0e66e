/** How many were invited and answered, and what the weighting costs: the head of the results. */
import { municipalityOf } from "../municipalities.ts";
import type { Results } from "../results.ts";
import type { Round } from "../round.ts";
import { designEffect, effectiveSize, type WeightSums } from "../weights/designEffect.ts";
import type { RoundDesign } from "./design.ts";
import { wholePercent } from "./estimates.ts";
import type { AllocationRow } from "./input.ts";
import type { Respondent } from "./respondents.ts";

type MunicipalityResults = Results["municipalities"][number];

/** The respondents with their final weights, in the same order. */
export interface WeightedRespondents {
  respondents: readonly Respondent[];
  weights: Pick<RoundDesign, "weight">;
}

interface Participation {
  population: number;
  invited: number;
  /** Sums of the final weights of those who answered. */
  sums: WeightSums;
}

function participationOf(
  allocation: readonly AllocationRow[],
  { respondents, weights }: WeightedRespondents,
  isIn: (municipality: string) => boolean,
): Participation {
  const sums = { count: 0, weight: 0, weightSquared: 0 };
  respondents.forEach(({ person }, i) => {
    if (!isIn(person.municipality)) return;
    const weight = weights.weight[i] ?? 0;
    sums.count += 1;
    sums.weight += weight;
    sums.weightSquared += weight * weight;
  });
  return {
    population: allocation.reduce((total, row) => total + row.population, 0),
    invited: allocation.reduce((total, row) => total + row.sample, 0),
    sums,
  };
}

const responseRate = ({ sums, invited }: Participation): number =>
  invited === 0 ? 0 : wholePercent(sums.count / invited);

const weighting = (sums: WeightSums) => ({
  designEffect: Math.round(designEffect(sums) * 100) / 100,
  effectiveAnswers: Math.round(effectiveSize(sums)),
});

/** While fewer municipalities than this withhold their design effect, that of all together is withheld as well. */
const CROWD = 10;
const WITHOUT_EFFECT = { designEffect: null, effectiveAnswers: null };

/**
 * Answers, rate and effective answers of all municipalities together. The effective size of all is
 * (Σ N_h)² / Σ (N_h² / r_h): less the municipalities that show theirs it is an equation for the r_h of those that do not.
 * @throws RangeError without any answer.
 */
export function nationalResponse(
  allocation: readonly AllocationRow[],
  people: WeightedRespondents,
  municipalities: readonly MunicipalityResults[],
): Results["national"] {
  const hidden = municipalities.filter(
    ({ answers, designEffect: effect }) => effect === null && answers !== 0,
  ).length;
  const participation = participationOf(allocation, people, () => true);
  const { population, invited, sums } = participation;
  return {
    population,
    invited,
    answers: sums.count,
    responseRate: responseRate(participation),
    ...(hidden > 0 && hidden < CROWD ? WITHOUT_EFFECT : weighting(sums)),
  };
}

/**
 * The same for one municipality; `withheld` hides the number, the rate and everything that the number could be found from,
 * `withoutDesignEffect` what says how many have answered in each target group.
 */
export function municipalityResponse(
  code: string,
  allocation: readonly AllocationRow[],
  people: WeightedRespondents,
  {
    withheld,
    withoutDesignEffect,
    uncertainBelow,
  }: { withheld: boolean; withoutDesignEffect: boolean; uncertainBelow: number },
): MunicipalityResults {
  const entry = municipalityOf(code);
  if (!entry) throw new RangeError(`unknown municipality ${code}`);
  const participation = participationOf(allocation, people, (municipality) => municipality === code);
  const { population, invited, sums } = participation;
  return {
    code,
    name: entry.name,
    slug: entry.slug,
    census: isCensus(allocation),
    population,
    invited,
    answers: withheld ? null : sums.count,
    responseRate: withheld ? null : responseRate(participation),
    uncertain: sums.count < uncertainBelow,
    ...(withheld || withoutDesignEffect || sums.count === 0 ? WITHOUT_EFFECT : weighting(sums)),
  };
}

/** Everybody in the municipality was invited. */
export const isCensus = (allocation: readonly AllocationRow[]): boolean =>
  allocation.some((row) => row.census);

/** The threshold of a municipality: stricter where everybody was invited, as neighbours know who could have answered. */
export const thresholdOf = (allocation: readonly AllocationRow[], { disclosure }: Round): number =>
  isCensus(allocation) ? disclosure.censusThreshold : disclosure.threshold;
