/** What to do about a municipality next, as one of a closed list. */
import type { MunicipalityPart } from "./overview.ts";

export type NextStep =
  | "invite"
  | "nothing"
  | "wait"
  | "remind"
  | "extraSms"
  /** Nothing more may be sent: more people must be invited, or fewer answers accepted. */
  | "supplement"
  | "accept";

/**
 * Nothing where the target is reached; where the forecast is green only what is planned anyway; else the strongest step that
 * is left. `census` says that nobody is left to invite.
 */
export function nextStepOf(part: MunicipalityPart, census: boolean): NextStep {
  if (part.flag === null) return "invite";
  if (part.missing === 0) return "nothing";
  if (part.reminder !== null) return "remind";
  if (part.flag === "green") return "wait";
  if (part.extraSms !== null) return "extraSms";
  return census ? "accept" : "supplement";
}
