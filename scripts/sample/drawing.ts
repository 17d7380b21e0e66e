/** Draws the planned sample from the frame, batch by batch, and numbers it. */
import { draw } from "#survey/sample/draw.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import type { FramePerson } from "./frameFile.ts";
import type { Lot } from "./tickets.ts";

/** The eligible citizens of a municipality by target group. */
export type Strata = Record<TargetGroup, FramePerson[]>;

export interface SampledCitizen {
  /** `0751-00001`. */
  respondent: string;
  person: FramePerson;
  /** Sampled of the stratum in all batches over its population. */
  inclusionProbability: number;
  /** 0 is the first sample of the municipality, 1 its first supplement. */
  batch: number;
}

/** The frame by municipality and target group, in the order of the codes. */
export function strataOf(people: readonly FramePerson[]): Map<string, Strata> {
  const strata = new Map<string, Strata>();
  for (const person of people) {
    const own = strata.get(person.municipality) ?? {
      dagpenge: [],
      aktivitetsparate: [],
      sygedagpenge: [],
      jobparate: [],
    };
    own[person.targetGroup].push(person);
    strata.set(person.municipality, own);
  }
  return new Map([...strata].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many eligible citizens each target group has. */
export const populationsOf = (strata: Strata | undefined): Record<TargetGroup, number> => ({
  dagpenge: strata?.dagpenge.length ?? 0,
  aktivitetsparate: strata?.aktivitetsparate.length ?? 0,
  sygedagpenge: strata?.sygedagpenge.length ?? 0,
  jobparate: strata?.jobparate.length ?? 0,
});

const respondentNumber = (municipality: string, place: number): string =>
  `${municipality}-${String(place).padStart(5, "0")}`;

type Drawn = Omit<SampledCitizen, "respondent"> & { numbering: string };

/** The batch of the citizen drawn at each place of the stratum: the first batch first. */
const batchesByPlace = (sizes: readonly number[]): number[] =>
  sizes.flatMap((size, batch) => Array.from({ length: size }, () => batch));

function drawStratum(
  plan: MunicipalityPlan,
  group: number,
  stratum: readonly FramePerson[],
  lotOf: (cpr: string) => Lot,
  startPoint: number,
): Drawn[] {
  const batches = batchesByPlace(plan.batches.map((counts) => counts[group] ?? 0));
  const ticketed = stratum.map((person) => ({ ...lotOf(person.cpr), id: person.cpr, person }));
  return draw(ticketed, batches.length, startPoint).map(({ person, numbering }, place) => ({
    person,
    inclusionProbability: plan.groups[group]?.inclusionProbability ?? 0,
    batch: batches[place] ?? 0,
    numbering,
  }));
}

/**
 * The sample of one municipality in the order of the respondent numbers, which tells nothing of tickets or groups. A
 * supplement gets the next numbers, so that nobody who was drawn before gets another.
 */
export function drawMunicipality(
  plan: MunicipalityPlan,
  strata: Strata,
  lotOf: (cpr: string) => Lot,
  startPoint: number,
): SampledCitizen[] {
  return TARGET_GROUPS.flatMap((targetGroup, group) =>
    drawStratum(plan, group, strata[targetGroup], lotOf, startPoint),
  )
    .toSorted((a, b) => a.batch - b.batch || (a.numbering < b.numbering ? -1 : 1))
    .map(({ person, inclusionProbability, batch }, i) => ({
      respondent: respondentNumber(plan.code, i + 1),
      person,
      inclusionProbability,
      batch,
    }));
}
