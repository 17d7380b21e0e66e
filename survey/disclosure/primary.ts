/**
 * Primary suppression (DESIGN §9, STATISTICS §5). The unit is one item in one domain: a result on fewer answers than the
 * threshold is withheld, and so is one that leaves so few outside it in a larger domain that subtraction shows them.
 */
import { exposesGroup } from "./groupAttribute.ts";

/** The people of a larger, published domain who are outside the one in question. */
export interface Complement {
  /** Their answers to the same item. */
  n: number;
  /** The threshold of the larger domain. */
  threshold: number;
}

/**
 * True when a result on `n` answers is on too few, or leaves too few in a complement. A complement of nobody shows nothing.
 * @example tooFew(40, 5, [{ n: 3, threshold: 5 }]) // true
 */
export const tooFew = (n: number, threshold: number, complements: readonly Complement[]): boolean =>
  n < threshold || complements.some((outside) => outside.n > 0 && outside.n < outside.threshold);

/**
 * True when an item must be withheld in a domain with the reason `primary`: {@link tooFew} valid answers, or answers that
 * expose the group ({@link exposesGroup}).
 * @param counts valid answers with the codes 1 to 5.
 */
export const isPrimary = (
  counts: readonly number[],
  threshold: number,
  complements: readonly Complement[],
): boolean =>
  tooFew(
    counts.reduce((sum, count) => sum + count, 0),
    threshold,
    complements,
  ) || exposesGroup(counts);
