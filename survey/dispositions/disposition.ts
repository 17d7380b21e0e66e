/**
 * What became of each person in the sample, in the codes of AAPOR, Standard Definitions (9th edition, 2016), table 4:
 * Internet surveys of specifically named persons; the two marked * are of table 3, letters to named persons, since letters
 * are how we reach them. The 10th edition (2023) keeps the classes and the rates. The study's own rule for »sufficient
 * information« is the answer of `answered.ts`: at least 7 of the items 1–13.
 *
 * | code | AAPOR | here | counts as |
 * | --- | --- | --- | --- |
 * | 1.1 | complete | an answer that was sent | I |
 * | 1.2 | partial or break-off with sufficient information | an answer that was saved, not sent | P |
 * | 2.111 | explicit refusal | asked for no more letters, on the page or through the municipality, or withdrew | R |
 * | 2.12 | break-off or partial with insufficient information | fewer items than an answer | R |
 * | 2.31* | deceased | reported by the municipality | O |
 * | 3.11 | no invitation sent | in the sample, not yet in a wave | UO |
 * | 3.19 | nothing ever returned | invited, nothing heard | UO |
 * | 3.30 | invitation returned undelivered | every channel has failed | UO |
 * | 3.32* | moved, left no address | reported by the municipality | UO |
 */
export const DISPOSITIONS = {
  complete: "1.1",
  partial: "1.2",
  refusal: "2.111",
  breakOff: "2.12",
  deceased: "2.31",
  notInvited: "3.11",
  nothingReturned: "3.19",
  undeliverable: "3.30",
  moved: "3.32",
} as const;
export type Disposition = keyof typeof DISPOSITIONS;

/**
 * AAPOR's classes: interview, partial, refusal and break-off, non-contact, other, unknown whether there is anybody (a
 * household survey's), unknown whether eligible, not eligible. A frame of citizens with a benefit has none of NC, UH and NE.
 */
export const CLASSES = ["I", "P", "R", "NC", "O", "UH", "UO", "NE"] as const;
export type DispositionClass = (typeof CLASSES)[number];

export const CLASS_OF: Readonly<Record<Disposition, DispositionClass>> = {
  complete: "I",
  partial: "P",
  refusal: "R",
  breakOff: "R",
  deceased: "O",
  notInvited: "UO",
  nothingReturned: "UO",
  undeliverable: "UO",
  moved: "UO",
};

/** The history of one person. */
export interface Outcome {
  /** Was in the list of wave 0. */
  invited: boolean;
  /** What is stored of the answers: null when nothing is. */
  stored: { answered: boolean; sent: boolean } | null;
  /** On the page or through the municipality. */
  optedOut: boolean;
  withdrawn: boolean;
  deceased: boolean;
  moved: boolean;
  /** Every channel has failed. */
  undeliverable: boolean;
}

/**
 * The final disposition of one person. A withdrawal outweighs everything, an answer all but that, and what the person did
 * outweighs what the municipality reports, but for a death.
 */
export function dispositionOf(outcome: Outcome): Disposition {
  const { invited, stored, optedOut, withdrawn, deceased, moved, undeliverable } = outcome;
  if (withdrawn) return "refusal";
  if (stored?.answered) return stored.sent ? "complete" : "partial";
  if (deceased) return "deceased";
  if (optedOut) return "refusal";
  if (stored) return "breakOff";
  if (moved) return "moved";
  if (undeliverable) return "undeliverable";
  return invited ? "nothingReturned" : "notInvited";
}

/** The dispositions that count as an answer in the 200-rule, rates, weights and estimates. */
export const isAnswer = (disposition: Disposition): boolean =>
  disposition === "complete" || disposition === "partial";

/** How many are of each class. */
export function classCounts(dispositions: Iterable<Disposition>): Record<DispositionClass, number> {
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
  for (const disposition of dispositions) counts[CLASS_OF[disposition]] += 1;
  return counts;
}
