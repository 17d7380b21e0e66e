/**
 * Who gets which letter. The rule is code, not configuration: everybody in the sample is invited once, but those of whom is
 * known before that they have died, moved or do not want it; a reminder goes only to somebody who was invited, has not sent,
 * opted out, withdrawn, died or moved, and can be reached by some channel; there are two at most, and one extra text message.
 */
import type { Reachability } from "./delivery.ts";
import { EXTRA_SMS, REMINDERS_MAX, type Channel, type Contact } from "./waves.ts";

/** What is known of a person when a list is made. A saved draft is not a reason to leave somebody out. */
export interface Standing {
  /** Was in the frozen list of wave 0. */
  invited: boolean;
  submitted: boolean;
  optedOut: boolean;
  withdrawn: boolean;
  reach: Reachability;
  /** Has a Danish number, and the municipality sends text messages. */
  textable: boolean;
  /** Reminders had before this contact, 0 to 2. */
  reminders: number;
}

export const EXEMPTIONS = [
  "deceased",
  "notInvited",
  "moved",
  "withdrawn",
  "optedOut",
  "submitted",
  "remindersUsed",
  "undeliverable",
  "noPhone",
] as const;
/** Why a person gets no letter. `noPhone` is of the extra round of text messages alone. */
export type Exemption = (typeof EXEMPTIONS)[number];

/** May a text message be sent to the person? */
export const canText = ({ textable, reach }: Pick<Standing, "textable" | "reach">): boolean =>
  textable && reach.phone;

/** The first channel that has not failed; null when every one has. */
export function channelOf(standing: Pick<Standing, "textable" | "reach">): Channel | null {
  if (standing.reach.digitalPost) return "digital";
  if (standing.reach.paper) return "paper";
  return canText(standing) ? "sms" : null;
}

/** Why nobody should write to the person at all, whatever the occasion. */
function stopOf({ submitted, optedOut, withdrawn, reach }: Standing): Exemption | null {
  if (reach.stop === "deceased") return "deceased";
  if (reach.stop === "moved") return "moved";
  if (withdrawn) return "withdrawn";
  if (optedOut || reach.stop === "refused") return "optedOut";
  return submitted ? "submitted" : null;
}

/** The reason that a person gets no letter on this occasion, or null when one is due. */
export function exemptionOf(contact: Contact, standing: Standing): Exemption | null {
  if (contact !== 0 && !standing.invited && standing.reach.stop !== "deceased") return "notInvited";
  const stop = stopOf(standing);
  if (stop !== null) return stop;
  if (contact === EXTRA_SMS) return canText(standing) ? null : "noPhone";
  if (contact !== 0 && standing.reminders >= REMINDERS_MAX) return "remindersUsed";
  return channelOf(standing) === null ? "undeliverable" : null;
}
