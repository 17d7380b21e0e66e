/**
 * What became of each invited person, in the codes of AAPOR, Standard Definitions (9th edition, 2016), table 4: Internet
 * surveys of specifically named persons. The study's own rule for »sufficient information« is the answer of
 * `answered.ts`: at least 7 of the items 1–13.
 *
 * | code | AAPOR | here |
 * | --- | --- | --- |
 * | 1.1 | complete | an answer that was sent |
 * | 1.2 | partial or break-off with sufficient information | an answer that was saved, not sent |
 * | 2.111 | explicit refusal | asked for no more reminders, or withdrew |
 * | 2.12 | break-off or partial with insufficient information | fewer items than an answer |
 * | 3.11 | no invitation sent | in the sample, not yet in a wave |
 * | 3.19 | nothing ever returned | invited, nothing heard |
 */
export const DISPOSITIONS = {
  complete: "1.1",
  partial: "1.2",
  refusal: "2.111",
  breakOff: "2.12",
  notInvited: "3.11",
  nothingReturned: "3.19",
} as const;
export type Disposition = keyof typeof DISPOSITIONS;

export interface Outcome {
  /** Was in the list of wave 0. */
  invited: boolean;
  /** What is stored of the answers: null when nothing is. */
  stored: { answered: boolean; sent: boolean } | null;
  optedOut: boolean;
  withdrawn: boolean;
}

/** The final disposition of one person. A withdrawal outweighs everything, an answer outweighs an opt-out. */
export function dispositionOf({ invited, stored, optedOut, withdrawn }: Outcome): Disposition {
  if (withdrawn) return "refusal";
  if (stored?.answered) return stored.sent ? "complete" : "partial";
  if (optedOut) return "refusal";
  if (stored) return "breakOff";
  return invited ? "nothingReturned" : "notInvited";
}

/** The dispositions that count as an answer in the 200-rule, rates, weights and estimates. */
export const isAnswer = (disposition: Disposition): boolean =>
  disposition === "complete" || disposition === "partial";
