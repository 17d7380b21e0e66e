/**
 * Whether one result differs from another. Where results.json has the difference itself, a claim rests on it: people in both
 * are counted as such, and all items of a page are tested together (Holm); the printed interval of the difference must be
 * clear of zero too, so that no reader finds a claim that its own interval does not bear. Two shares without a published
 * difference are called different only when their 95 % intervals do not touch, as they are printed (whole percent), which is
 * stricter than a test of two independent results (Schenker & Gentleman 2001, The American Statistician 55:182).
 */
import type { ClosedItemId } from "../questionnaire.ts";
import type { Change, Comparison, Difference } from "../results.ts";
import { ALL, type CellReading, type DomainReading } from "./reading.ts";

export type Verdict = "higher" | "lower" | "notDifferent" | "notComparable";

/** Where the interval of a difference lies: above zero, below it, or around it; undefined: `notComparable`. */
export function sideOf({ low, high }: Difference): Verdict {
  if (low === null || high === null) return "notComparable";
  if (low > 0) return "higher";
  return high < 0 ? "lower" : "notDifferent";
}

/** The published difference of a cell from a larger domain, or `null`. */
export const comparisonOf = (cell: CellReading, to: string = ALL): Comparison | null =>
  (cell.state === "shown" ? cell.comparisons : []).find((one) => one.to === to) ?? null;

/**
 * How the share positive of a cell stands to that of a reference. Absent or undefined: `notComparable`.
 * @param to the domain of the reference.
 */
export function compareShares(cell: CellReading, reference: CellReading, to: string = ALL): Verdict {
  if (cell.state !== "shown" || reference.state !== "shown") return "notComparable";
  const comparison = comparisonOf(cell, to);
  if (comparison && comparison.positive.p !== null) {
    return comparison.clear ? sideOf(comparison.positive) : "notDifferent";
  }
  const [a, b] = [cell.weighted.positive, reference.weighted.positive];
  if (a.low === null || a.high === null || b.low === null || b.high === null) return "notComparable";
  if (a.low > b.high) return "higher";
  return a.high < b.low ? "lower" : "notDifferent";
}

/** The change of a cell since an earlier round, or `null` where there is none to show. */
export const changeSince = (cell: CellReading, since: string): Change | null =>
  (cell.state === "shown" ? cell.changes : []).find((one) => one.since === since) ?? null;

/** How the share positive has changed, with 95 % confidence for this item alone. */
export const directionOf = (change: Change): Verdict => sideOf(change.positive);

export interface Standout {
  item: ClosedItemId;
  /** Share positive here and in the reference, whole percent. */
  share: number;
  reference: number;
  /** Here less the reference, points, as it was estimated; that of the printed shares where it is not published. */
  difference: number;
}

export interface Standouts {
  /** Items clearly above and clearly below the reference, the largest difference first. */
  higher: readonly Standout[];
  lower: readonly Standout[];
  /** How many items could be compared at all. */
  compared: number;
}

/** The items that clearly differ from the reference. Equal differences keep the order of the questionnaire. */
export function standouts(
  items: readonly ClosedItemId[],
  here: DomainReading,
  reference: DomainReading,
): Standouts {
  const compared = items.flatMap((item) => {
    const [cell, other] = [here.cell(item), reference.cell(item)];
    const verdict = compareShares(cell, other, reference.id);
    if (verdict === "notComparable" || cell.state !== "shown" || other.state !== "shown") return [];
    const [share, otherShare] = [cell.weighted.positive.estimate, other.weighted.positive.estimate];
    const difference = comparisonOf(cell, reference.id)?.positive.estimate ?? share - otherShare;
    return [{ verdict, found: { item, share, reference: otherShare, difference } }];
  });
  const those = (wanted: Verdict): Standout[] =>
    compared
      .filter(({ verdict }) => verdict === wanted)
      .map(({ found }) => found)
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { higher: those("higher"), lower: those("lower"), compared: compared.length };
}

export interface Extremes {
  best: { items: readonly ClosedItemId[]; share: number };
  weakest: { items: readonly ClosedItemId[]; share: number };
}

/**
 * The items with the largest and the smallest share positive, as printed, in the order of the questionnaire; `null` where the
 * intervals do not separate every best one from every weakest one.
 */
export function extremes(items: readonly ClosedItemId[], here: DomainReading): Extremes | null {
  const shares = items.flatMap((item) => {
    const cell = here.cell(item);
    return cell.state === "shown" ? [{ item, share: cell.weighted.positive.estimate }] : [];
  });
  const withShare = (share: number) => ({
    items: shares.filter((one) => one.share === share).map(({ item }) => item),
    share,
  });
  const best = withShare(Math.max(...shares.map(({ share }) => share)));
  const weakest = withShare(Math.min(...shares.map(({ share }) => share)));
  const isApart = (a: ClosedItemId, b: ClosedItemId): boolean =>
    compareShares(here.cell(a), here.cell(b), "") === "higher";
  const areApart = best.items.every((a) => weakest.items.every((b) => isApart(a, b)));
  return shares.length > 0 && areApart ? { best, weakest } : null;
}
