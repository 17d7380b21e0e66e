/** Differences and changes as cells of a table: set stronger where they are clear. */
import { changeSince, comparisonOf, directionOf } from "#survey/presentation/compare.ts";
import type { CellReading } from "#survey/presentation/reading.ts";
import type { Change, Comparison } from "#survey/results.ts";
import type { Cell } from "../pdf/blocks.ts";
import type { ReportContext } from "./context.ts";

function pointsOf({ positive }: Change | Comparison, { numbers }: ReportContext): string {
  const limits = numbers.limits(positive, numbers.whole);
  return `${numbers.signed(positive.estimate)}${limits === null ? "" : ` (${limits})`}`;
}

/** `+6 (1–11)`: the share positive here less that of the domain `to`. */
export function differenceCell(cell: CellReading, to: string, context: ReportContext): Cell {
  const comparison = comparisonOf(cell, to);
  return comparison ? { text: pointsOf(comparison, context), strong: comparison.clear } : { text: "" };
}

/** The same since an earlier round. */
export function changeCell(cell: CellReading, since: string, context: ReportContext): Cell {
  const change = changeSince(cell, since);
  if (!change) return { text: "" };
  const direction = directionOf(change);
  return { text: pointsOf(change, context), strong: direction === "higher" || direction === "lower" };
}
