/**
 * Whether one result differs from another. Where results.json has the difference itself, a claim rests on it: people in both
 * are counted as such, and all items of a page are tested together (Holm). Two shares without a published difference are
 * called different only when their 95 % intervals do not touch, as they are printed (whole percent), which is stricter than a
 * test of two independent results (Schenker & Gentleman 2001, The American Statistician 55:182).
 */
import type { ClosedItemId } from "../questionnaire.ts";
import type { Cell } from "../results.ts";
import type { Cells } from "./lookup.ts";

export type Verdict = "higher" | "lower" | "notDifferent" | "notComparable";

/** Most pages compare with all municipalities together. */
const ALL = "all";

/**
 * How the share positive of a cell stands to that of a reference. Withheld, missing and undefined: `notComparable`.
 * @param to the domain of the reference.
 */
export function compareShares(cell: Cell, reference: Cell, to: string = ALL): Verdict {
  if (cell.status !== "published" || reference.status !== "published") return "notComparable";
  const comparison = cell.comparisons?.find((one) => one.to === to);
  if (comparison && comparison.positive.p !== null) {
    if (!comparison.clear) return "notDifferent";
    return comparison.positive.estimate > 0 ? "higher" : "lower";
  }
  const [a, b] = [cell.weighted.positive, reference.weighted.positive];
  if (a.low === null || a.high === null || b.low === null || b.high === null) return "notComparable";
  if (a.low > b.high) return "higher";
  return a.high < b.low ? "lower" : "notDifferent";
}

export interface Standout {
  item: ClosedItemId;
  /** Share positive here and in the reference, whole percent. */
  share: number;
  reference: number;
}

export interface Standouts {
  /** Items clearly above and clearly below the reference, the largest difference first. */
  higher: readonly Standout[];
  lower: readonly Standout[];
  /** How many items could be compared at all. */
  compared: number;
}

/** The items that clearly differ from the reference. Equal differences keep the order of the questionnaire. */
export function standouts(items: readonly ClosedItemId[], here: Cells, reference: Cells): Standouts {
  const compared = items.flatMap((item) => {
    const [cell, other] = [here(item), reference(item)];
    const verdict = compareShares(cell, other);
    if (verdict === "notComparable" || cell.status !== "published" || other.status !== "published") return [];
    return [
      {
        item,
        verdict,
        share: cell.weighted.positive.estimate,
        reference: other.weighted.positive.estimate,
      },
    ];
  });
  const those = (verdict: Verdict) =>
    compared
      .filter((c) => c.verdict === verdict)
      .map(({ item, share, reference: other }) => ({ item, share, reference: other }))
      .toSorted((a, b) => distance(b) - distance(a));
  return { higher: those("higher"), lower: those("lower"), compared: compared.length };
}

const distance = ({ share, reference }: Standout): number => Math.abs(share - reference);

export interface Extremes {
  best: { item: ClosedItemId; share: number };
  weakest: { item: ClosedItemId; share: number };
}

/** The items with the largest and the smallest share positive, or `null` where their intervals do not separate them. */
export function extremes(items: readonly ClosedItemId[], here: Cells): Extremes | null {
  const shares = items.flatMap((item) => {
    const cell = here(item);
    return cell.status === "published" ? [{ item, share: cell.weighted.positive.estimate }] : [];
  });
  const [best] = shares.toSorted((a, b) => b.share - a.share);
  const [weakest] = shares.toSorted((a, b) => a.share - b.share);
  if (!best || !weakest || compareShares(here(best.item), here(weakest.item)) !== "higher") return null;
  return { best, weakest };
}
