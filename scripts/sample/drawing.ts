/** Draws the planned sample from the frame and numbers it. */
import { draw } from "#survey/sample/draw.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import type { FramePerson } from "./frameFile.ts";
import type { DrawSecrets } from "./tickets.ts";

/** The eligible citizens of a municipality by target group. */
export type Strata = Record<TargetGroup, FramePerson[]>;

export interface SampledCitizen {
  /** `0751-00001`. */
  respondent: string;
  person: FramePerson;
  /** Sampled of the stratum over its population. */
  inclusionProbability: number;
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

const respondentNumber = (municipality: string, place: number): string =>
  `${municipality}-${String(place).padStart(5, "0")}`;

/** The sample of one municipality in the order of the respondent numbers, which tells nothing of tickets or groups. */
export function drawMunicipality(
  plan: MunicipalityPlan,
  strata: Strata,
  secrets: DrawSecrets,
  startPoint: number,
): SampledCitizen[] {
  const drawn = TARGET_GROUPS.flatMap((targetGroup) => {
    const planned = plan.groups.find((group) => group.targetGroup === targetGroup);
    const ticketed = strata[targetGroup].map((person) => ({
      id: person.cpr,
      ticket: secrets.ticketOf(person.cpr),
      person,
    }));
    return draw(ticketed, planned?.sample ?? 0, startPoint).map(({ person }) => ({
      person,
      inclusionProbability: planned?.inclusionProbability ?? 0,
      numbering: secrets.numberingOf(person.cpr),
    }));
  });
  return drawn
    .toSorted((a, b) => (a.numbering < b.numbering ? -1 : 1))
    .map(({ person, inclusionProbability }, i) => ({
      respondent: respondentNumber(plan.code, i + 1),
      person,
      inclusionProbability,
    }));
}
