/** A person of the sampling frame: eligible, or with the first reason that excludes. */
import { longEnough } from "../benefits.ts";
import type { Sex } from "../cpr.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import type { Exclusion } from "../files.ts";
import type { TargetGroup } from "../targetGroups.ts";
import type { Person } from "./readRow.ts";

export interface FrameDates {
  /** Duration and status are counted to this day. */
  referenceDate: IsoDate;
  /** Last day of the period: the duration of somebody who has left is counted to here. */
  periodTo: IsoDate;
}

export interface FrameRow {
  municipality: string;
  cpr: string;
  sex: Sex;
  /** Whole years at the reference date. */
  age: number;
  /** The benefit's own name, whatever the file called it. */
  benefit: string;
  targetGroup: TargetGroup | null;
  /** Whole weeks on the benefit, never below 0; null when nobody knows and nobody needs to. */
  weeks: number | null;
  latestInterview: IsoDate | null;
  finished: boolean;
  phone: string;
  name: string;
  /** As the row alone tells; that somebody stands in the frame twice, only the whole frame tells. */
  exclusion: Exclusion | null;
}

const ADULT = 18;

export function frameRow(municipality: string, person: Person, dates: FrameDates): FrameRow {
  const { transition, benefit, cpr, age } = person;
  const until = person.finished ? dates.periodTo : dates.referenceDate;
  return {
    municipality,
    cpr: cpr.digits,
    sex: cpr.sex,
    age,
    benefit: benefit.name,
    targetGroup: benefit.targetGroup,
    weeks: transition === null ? null : Math.max(0, Math.floor(daysBetween(transition, until) / 7)),
    latestInterview: person.interview,
    finished: person.finished,
    phone: person.phone,
    name: person.name,
    exclusion: exclusionOf(person, until),
  };
}

/** The first reason that applies, in the order of `EXCLUSIONS`. */
function exclusionOf({ cpr, age, benefit, transition, passive }: Person, until: IsoDate): Exclusion | null {
  if (cpr.replacement) return "replacement_cpr";
  if (age < ADULT) return "under_age";
  if (passive) return "passive";
  if (benefit.targetGroup === null || benefit.minimum === null) return "outside";
  return transition !== null && longEnough(benefit.minimum, transition, until) ? null : "duration";
}
