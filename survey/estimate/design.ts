/** The weighting design of a round: which cell each respondent stands for, and how much they weigh. */
import type { TargetGroup } from "../targetGroups.ts";
import { postStratify, type PostStratum } from "../weights/postStratify.ts";
import type { AllocationRow } from "./input.ts";
import type { StratifiedDesign } from "./ratioMean.ts";
import type { Respondent } from "./respondents.ts";

export interface RoundDesign {
  /** Weighting cells with answers, by municipality. */
  strata: readonly PostStratum[];
  /** r_h and N_h of each stratum. */
  sizes: StratifiedDesign;
  /** Stratum and weight of each respondent, in their order. */
  stratum: Int32Array;
  weight: Float64Array;
}

const nameOf = (municipality: string, group: TargetGroup): string => `${municipality}.${group}`;

/**
 * Post-stratifies the respondents to the citizens of the allocation.
 * @throws RangeError when somebody has answered from a cell that has no citizens.
 */
export function designOf(
  respondents: readonly Respondent[],
  allocation: readonly AllocationRow[],
): RoundDesign {
  const answers = new Map<string, number>();
  for (const { person } of respondents) {
    const name = nameOf(person.municipality, person.target_group);
    answers.set(name, (answers.get(name) ?? 0) + 1);
  }
  const strata = postStratify(
    allocation.map(({ municipality, target_group, population }) => ({
      municipality,
      targetGroup: target_group,
      population,
      answers: answers.get(nameOf(municipality, target_group)) ?? 0,
    })),
  );
  const places = new Map(
    strata.flatMap(({ municipality, groups }, h) => groups.map((group) => [nameOf(municipality, group), h])),
  );
  const stratum = Int32Array.from(respondents, ({ person }) => {
    const place = places.get(nameOf(person.municipality, person.target_group));
    if (place !== undefined) return place;
    throw new RangeError(`respondent ${person.respondent} is of a group that the allocation does not have`);
  });
  return {
    strata,
    sizes: {
      answers: strata.map((cell) => cell.answers),
      populations: strata.map((cell) => cell.population),
    },
    stratum,
    weight: Float64Array.from(stratum, (h) => strata[h]?.weight ?? 0),
  };
}

/** The cells that had to be merged before weighting. */
export const collapsedCells = (strata: readonly PostStratum[]) =>
  strata
    .filter(({ groups }) => groups.length > 1)
    .map(({ municipality, groups }) => ({
      municipality,
      groups: [...groups],
    }));
