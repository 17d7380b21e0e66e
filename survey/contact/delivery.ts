/**
 * What municipalities report back about their letters, and what follows from it for the next one.
 *
 * The rule for reports that contradict each other: they are taken in the order of their days (of one day in the order in
 * which they were read; of one reading what fails after what succeeds). A failure stands until a later report says
 * `reachable`, which takes back everything before it. `delivered` takes nothing back: a mailbox receives for the dead as
 * well. Deceased outweighs moved, and both outweigh a refusal.
 */
import type { IsoDate } from "../dates.ts";

export const DELIVERY_OUTCOMES = [
  "delivered",
  "notRegistered",
  "returned",
  "phoneDead",
  "refused",
  "moved",
  "deceased",
  "reachable",
] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export interface DeliveryReport {
  outcome: DeliveryOutcome;
  /** The day the municipality gives it; the day it was read where it gives none. */
  reportedOn: IsoDate;
  /** The moment it was read, ISO 8601. */
  readAt: string;
}

/** Why nobody writes to a person any more, as the municipality knows it; the first outweighs the next. */
export const STOPS = ["deceased", "moved", "refused"] as const;
export type Stop = (typeof STOPS)[number];

/** How a person can be reached, as far as reports tell. */
export interface Reachability {
  /** Registered for Digital Post. */
  digitalPost: boolean;
  /** Letters on paper have not come back. */
  paper: boolean;
  /** The phone has not been reported dead. */
  phone: boolean;
  stop: Stop | null;
}

/** Of somebody whom no report names. */
export const REACHABLE: Reachability = { digitalPost: true, paper: true, phone: true, stop: null };

const ORDER: Record<DeliveryOutcome, number> = {
  reachable: 0,
  delivered: 1,
  notRegistered: 2,
  returned: 2,
  phoneDead: 2,
  refused: 2,
  moved: 2,
  deceased: 2,
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byTime = (a: DeliveryReport, b: DeliveryReport): number =>
  compare(a.reportedOn, b.reportedOn) || compare(a.readAt, b.readAt) || ORDER[a.outcome] - ORDER[b.outcome];

const outweighing = (before: Stop | null, now: Stop): Stop =>
  before === null || STOPS.indexOf(now) < STOPS.indexOf(before) ? now : before;

const AFTER: Readonly<Record<DeliveryOutcome, (reach: Reachability) => Reachability>> = {
  delivered: (reach) => reach,
  notRegistered: (reach) => ({ ...reach, digitalPost: false }),
  returned: (reach) => ({ ...reach, paper: false }),
  phoneDead: (reach) => ({ ...reach, phone: false }),
  refused: (reach) => ({ ...reach, stop: outweighing(reach.stop, "refused") }),
  moved: (reach) => ({ ...reach, stop: outweighing(reach.stop, "moved") }),
  deceased: (reach) => ({ ...reach, stop: outweighing(reach.stop, "deceased") }),
  reachable: () => REACHABLE,
};

/** What the reports on one person, in any order, say together. */
export const reachabilityOf = (reports: readonly DeliveryReport[]): Reachability =>
  reports.toSorted(byTime).reduce((reach, { outcome }) => AFTER[outcome](reach), REACHABLE);
