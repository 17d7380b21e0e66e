/**
 * The share of the final answers that is normally in by a moment of the field period: a curve with a step at every contact
 * (Dillman, Smyth & Christian 2014, ch. 10: each contact brings a wave of answers that dies out before the next).
 *
 * Contact w at time t brings a share s of the final answers, and the part 1 − 2^(−x / 2) of them within x days: half within
 * two days. What a contact would bring after the round has closed is lost, and the curve is scaled to 1 at the closing.
 */
import type { Contact } from "../contact/waves.ts";

/**
 * What each contact brings, relative to each other: planning assumptions until a round has shown its own. In the field,
 * most answers come within days of the invitation, and each reminder brings about half of what the contact before it did.
 */
export const CONTACT_SHARES: Readonly<Record<Contact, number>> = {
  0: 0.6,
  1: 0.25,
  2: 0.15,
  sms: 0.06,
};

/** Days within which half of a contact's answers come. */
export const HALF_LIFE_DAYS = 2;

/** A contact that was made or is planned. */
export interface PlannedContact {
  contact: Contact;
  /** Day number (`dates.ts`) it goes out, at its beginning. */
  day: number;
}

/** The contacts of people who were invited together, and the end of the last day on which they may answer. */
export interface ContactPlan {
  contacts: readonly PlannedContact[];
  end: number;
}

const arrived = (days: number): number => (days <= 0 ? 0 : 1 - 2 ** (-days / HALF_LIFE_DAYS));

/** What all contacts have brought by a time, in shares that are not scaled. */
const broughtBy = ({ contacts }: ContactPlan, time: number): number =>
  contacts.reduce((sum, { contact, day }) => sum + CONTACT_SHARES[contact] * arrived(time - day), 0);

/** What the whole plan brings by its end, in the same unit as {@link CONTACT_SHARES}. */
export const planStrength = (plan: ContactPlan): number => broughtBy(plan, plan.end);

/**
 * The completeness at a time, 0 to 1.
 * @param time days since 1 January 1970, with fractions; 0 for a plan that brings nothing
 */
export function completenessAt(plan: ContactPlan, time: number): number {
  const whole = planStrength(plan);
  return whole === 0 ? 0 : Math.min(1, broughtBy(plan, Math.min(time, plan.end)) / whole);
}
