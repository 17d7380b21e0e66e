/** How many were invited and answered, and what the weighting costs: the head of the results. */
import { tooFew } from "../disclosure/primary.ts";
import { municipalityOf } from "../municipalities.ts";
import type { Results } from "../results.ts";
import type { Round } from "../round.ts";
import { designEffect, effectiveSize, type WeightSums } from "../weights/designEffect.ts";
import type { PostStratum } from "../weights/postStratify.ts";
import { wholePercent } from "./estimates.ts";
import type { AllocationRow } from "./input.ts";

type MunicipalityResults = Results["municipalities"][number];

interface Participation {
  population: number;
  invited: number;
  /** Sums of the final weights of those who answered. */
  sums: WeightSums;
}

function participationOf(
  allocation: readonly AllocationRow[],
  strata: readonly PostStratum[],
): Participation {
  return {
    population: allocation.reduce((total, row) => total + row.population, 0),
    invited: allocation.reduce((total, row) => total + row.sample, 0),
    sums: {
      count: strata.reduce((total, { answers }) => total + answers, 0),
      weight: strata.reduce((total, { answers, weight }) => total + answers * weight, 0),
      weightSquared: strata.reduce((total, { answers, weight }) => total + answers * weight * weight, 0),
    },
  };
}

const responseRate = ({ sums, invited }: Participation): number =>
  invited === 0 ? 0 : wholePercent(sums.count / invited);

const weighting = (sums: WeightSums) => ({
  designEffect: Math.round(designEffect(sums) * 100) / 100,
  effectiveAnswers: Math.round(effectiveSize(sums)),
});

/** Answers, rate and effective answers of all municipalities together. @throws RangeError without any answer. */
export function nationalResponse(
  allocation: readonly AllocationRow[],
  strata: readonly PostStratum[],
): Results["national"] {
  const participation = participationOf(allocation, strata);
  const { population, invited, sums } = participation;
  return {
    population,
    invited,
    answers: sums.count,
    responseRate: responseRate(participation),
    ...weighting(sums),
  };
}

/**
 * The same for one municipality. 1 to `threshold` − 1 answers are withheld: the number, the rate and everything that the
 * number could be found from.
 */
export function municipalityResponse(
  code: string,
  allocation: readonly AllocationRow[],
  strata: readonly PostStratum[],
  { threshold, uncertainBelow }: { threshold: number; uncertainBelow: number },
): MunicipalityResults {
  const entry = municipalityOf(code);
  if (!entry) throw new RangeError(`unknown municipality ${code}`);
  const participation = participationOf(allocation, strata);
  const { population, invited, sums } = participation;
  const withheld = sums.count > 0 && tooFew(sums.count, threshold, []);
  const without = { designEffect: null, effectiveAnswers: null };
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
    ...(withheld || sums.count === 0 ? without : weighting(sums)),
  };
}

/** Everybody in the municipality was invited. */
export const isCensus = (allocation: readonly AllocationRow[]): boolean =>
  allocation.some((row) => row.census);

/** The threshold of a municipality: stricter where everybody was invited, as neighbours know who could have answered. */
export const thresholdOf = (allocation: readonly AllocationRow[], { disclosure }: Round): number =>
  isCensus(allocation) ? disclosure.censusThreshold : disclosure.threshold;
