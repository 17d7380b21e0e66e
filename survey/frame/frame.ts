/** The sampling frame: every received row once, eligible or with the first reason that excludes it. */
import { longEnough } from "../benefits.ts";
import { ageAt, type Sex } from "../cpr.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import type { Exclusion } from "../files.ts";
import type { TargetGroup } from "../targetGroups.ts";
import { findDuplicates, type Duplicate, type PersonRow } from "./duplicates.ts";
import type { Person } from "./readRow.ts";

export interface FrameDates {
  /** Age, duration and status are counted to this day. */
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
  exclusion: Exclusion | null;
  file: string;
  row: number;
}

export interface Frame {
  /** Sorted by municipality, file and row. */
  rows: FrameRow[];
  duplicates: ReadonlyMap<PersonRow, Duplicate>;
}

const ADULT = 18;

export function buildFrame(received: readonly PersonRow[], dates: FrameDates): Frame {
  const duplicates = findDuplicates(received);
  const rows = received.map((row) => frameRow(row, duplicates.has(row), dates)).toSorted(byPlace);
  return { rows, duplicates };
}

function frameRow(received: PersonRow, duplicate: boolean, dates: FrameDates): FrameRow {
  const { person, municipality, place, row } = received;
  const { transition, benefit, cpr } = person;
  const until = person.finished ? dates.periodTo : dates.referenceDate;
  return {
    municipality,
    cpr: cpr.digits,
    sex: cpr.sex,
    age: ageAt(cpr, dates.referenceDate),
    benefit: benefit.name,
    targetGroup: benefit.targetGroup,
    weeks: transition === null ? null : Math.max(0, Math.floor(daysBetween(transition, until) / 7)),
    latestInterview: person.interview,
    finished: person.finished,
    phone: person.phone,
    name: person.name,
    exclusion: exclusionOf(person, duplicate, dates),
    file: place,
    row,
  };
}

/** The first reason that applies, in the order of DESIGN §4. */
export function exclusionOf(person: Person, duplicate: boolean, dates: FrameDates): Exclusion | null {
  const { cpr, benefit, transition } = person;
  if (duplicate) return "duplicate";
  if (cpr.replacement) return "replacement_cpr";
  if (ageAt(cpr, dates.referenceDate) < ADULT) return "under_age";
  if (person.passive) return "passive";
  if (benefit.targetGroup === null || benefit.minimum === null) return "outside";
  const until = person.finished ? dates.periodTo : dates.referenceDate;
  return transition !== null && longEnough(benefit.minimum, transition, until) ? null : "duration";
}

function byPlace(a: FrameRow, b: FrameRow): number {
  if (a.municipality !== b.municipality) return a.municipality < b.municipality ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.row - b.row;
}
