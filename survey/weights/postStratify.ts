/**
 * Post-stratification to the population's distribution over municipality × target group: w = N_h / r_h, population over
 * answers of the cell (STATISTICS §3). Base weight N_h / n_h times non-response factor n_h / r_h comes to the same.
 */
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import { mergedPlaces } from "./collapse.ts";

/** Cells with fewer answers than this are merged with a neighbour before weighting. */
export const MINIMUM_CELL_ANSWERS = 5;

/**
 * Target groups by nearness, from the nearest to the labour market to the furthest: a group that is too small is merged
 * with a neighbour in this order, inside its municipality and never across. Our own order, fixed before any answers.
 */
export const GROUPS_BY_NEARNESS: readonly TargetGroup[] = [
  "dagpenge",
  "jobparate",
  "sygedagpenge",
  "aktivitetsparate",
];

/** Population and answers of a target group in a municipality. */
export interface GroupCount {
  municipality: string;
  targetGroup: TargetGroup;
  population: number;
  answers: number;
}

/** A weighting cell after merging, also the stratum of the variance: everybody in it has the same weight. */
export interface PostStratum {
  municipality: string;
  /** In the order of {@link TARGET_GROUPS}; more than one when merged. */
  groups: readonly TargetGroup[];
  population: number;
  /** At least 1. */
  answers: number;
  weight: number;
}

/**
 * The weights of every municipality, in the order in which they first appear in `counts`. Groups without citizens are no
 * cells. The weights of a municipality with answers sum to its population; one without any answer has no stratum, as no
 * weight can make anybody speak for it.
 * @param minimumAnswers from 1.
 * @throws RangeError when a cell has more answers than citizens.
 */
export function postStratify(
  counts: readonly GroupCount[],
  minimumAnswers = MINIMUM_CELL_ANSWERS,
): PostStratum[] {
  const municipalities = new Set(counts.map(({ municipality }) => municipality));
  return [...municipalities]
    .flatMap((municipality) =>
      municipalityStrata(
        municipality,
        counts.filter((count) => count.municipality === municipality),
        minimumAnswers,
      ),
    )
    .filter(({ answers }) => answers > 0);
}

function municipalityStrata(
  municipality: string,
  counts: readonly GroupCount[],
  minimumAnswers: number,
): PostStratum[] {
  const cells = counts
    .filter(({ population, answers }) => population > 0 || answers > 0)
    .toSorted((a, b) => nearness(a.targetGroup) - nearness(b.targetGroup));
  for (const { targetGroup, population, answers } of cells) {
    if (answers > population) {
      throw new RangeError(`${municipality} ${targetGroup}: ${answers} answers from ${population} citizens`);
    }
  }
  return mergedPlaces(
    cells.map(({ answers }) => answers),
    minimumAnswers,
  )
    .map((places) => cells.filter((_, place) => places.includes(place)))
    .map((members) => stratumOf(municipality, members));
}

const nearness = (group: TargetGroup): number => GROUPS_BY_NEARNESS.indexOf(group);

function stratumOf(municipality: string, members: readonly GroupCount[]): PostStratum {
  const population = members.reduce((sum, member) => sum + member.population, 0);
  const answers = members.reduce((sum, member) => sum + member.answers, 0);
  const groups = TARGET_GROUPS.filter((group) => members.some(({ targetGroup }) => targetGroup === group));
  return { municipality, groups, population, answers, weight: population / answers };
}
