/** The weights of a round: post-strata, and on top of them the margins that round.json asks for. */
import type { TargetGroup } from "../targetGroups.ts";
import { fitToMargins, type MarginWeights, type PopulationMargins } from "../weights/fitToMargins.ts";
import { postStratify, type PostStratum } from "../weights/postStratify.ts";
import type { Weighting } from "../weighting.ts";
import type { AllocationRow } from "./input.ts";
import { calibrationModel } from "./residuals.ts";
import type { Respondent } from "./respondents.ts";
import { sampleDesign, type SampleDesign, type StratumSizes } from "./sampleDesign.ts";

export interface RoundDesign {
  /** Weighting cells with answers, by municipality. */
  strata: readonly PostStratum[];
  /** r_h and N_h of each stratum. */
  sizes: StratumSizes;
  /** Stratum, post-stratified weight and final weight of each respondent, in their order. */
  stratum: Int32Array;
  base: Float64Array;
  weight: Float64Array;
  /** What was fitted beyond the post-strata; `null` when nothing was. */
  margins: MarginWeights | null;
}

const nameOf = (municipality: string, group: TargetGroup): string => `${municipality}.${group}`;

/**
 * Post-stratifies the respondents to the citizens of the allocation, and fits them to further margins where `weighting` has
 * some.
 * @param populations how many citizens have each value of the further margins.
 * @throws RangeError when somebody has answered from a cell that has no citizens; MarginError when margins cannot be met.
 */
export function designOf(
  respondents: readonly Respondent[],
  allocation: readonly AllocationRow[],
  weighting: Weighting | null = null,
  populations: PopulationMargins | null = null,
): RoundDesign {
  const strata = strataOf(respondents, allocation);
  const places = new Map(
    strata.flatMap(({ municipality, groups }, h) => groups.map((group) => [nameOf(municipality, group), h])),
  );
  const stratum = Int32Array.from(respondents, ({ person }) => {
    const place = places.get(nameOf(person.municipality, person.target_group));
    if (place !== undefined) return place;
    throw new RangeError(`respondent ${person.respondent} is of a group that the allocation does not have`);
  });
  const base = Float64Array.from(stratum, (h) => strata[h]?.weight ?? 0);
  const people = respondents.map(({ person }) => person);
  const margins =
    weighting && weighting.margins.length > 0
      ? fitToMargins({ people, strata, stratum, base }, weighting, populations ?? {})
      : null;
  const sizes = {
    answers: strata.map((cell) => cell.answers),
    populations: strata.map((cell) => cell.population),
  };
  return { strata, sizes, stratum, base, weight: margins?.weight ?? base, margins };
}

function strataOf(
  respondents: readonly Respondent[],
  allocation: readonly AllocationRow[],
): readonly PostStratum[] {
  const answers = new Map<string, number>();
  for (const { person } of respondents) {
    const name = nameOf(person.municipality, person.target_group);
    answers.set(name, (answers.get(name) ?? 0) + 1);
  }
  return postStratify(
    allocation.map(({ municipality, target_group, population }) => ({
      municipality,
      targetGroup: target_group,
      population,
      answers: answers.get(nameOf(municipality, target_group)) ?? 0,
    })),
  );
}

/** The design for variances. The people must stand by stratum. */
export function varianceDesign(design: RoundDesign): SampleDesign {
  const { stratum, base, weight, sizes, strata, margins } = design;
  const calibration = margins
    ? calibrationModel({ stratum, strata: strata.length, base, weight, ...margins.auxiliaries }, true)
    : null;
  return sampleDesign({ stratum, weight }, sizes, calibration);
}

/** The cells that had to be merged before weighting. */
export const collapsedCells = (strata: readonly PostStratum[]) =>
  strata
    .filter(({ groups }) => groups.length > 1)
    .map(({ municipality, groups }) => ({
      municipality,
      groups: [...groups],
    }));
