/** How satisfaction stands to that of everybody together. */
import type { Comparison } from "../../results.ts";
import { compareShares, comparisonOf, sideOf, type Verdict } from "../compare.ts";
import { OVERALL, type CellReading, type DomainReading } from "../reading.ts";
import { sizeLimits, type Speech } from "./speech.ts";

export interface Reference {
  cell: CellReading;
  verdict: Verdict;
  lead: string;
  details: readonly string[];
}

export function referenceOf(here: DomainReading, speech: Speech): Reference {
  const { reading, words, numbers, whole } = speech;
  const there = reading.domain({});
  const [own, cell] = [here.cell(OVERALL), there.cell(OVERALL)];
  const none = (lead: string): Reference => ({ cell, verdict: "notComparable", lead, details: [] });
  if (reading.whole === "alone") return none(words.comparison.alone);
  if (own.state !== "shown") return none(words.comparison.absentHere);
  if (cell.state !== "shown") return none(words.comparison.absentThere(whole.in));
  const verdict = compareShares(own, cell);
  if (verdict === "notComparable") return none(words.comparison.undefined(whole.from));
  const comparison = comparisonOf(own);
  const limits = comparison && sizeLimits(comparison.positive, numbers);
  const told = verdict === "notDifferent" ? perhaps(comparison) : verdict;
  const lead = words.comparison[told](
    told === "notDifferent" ? whole.from : whole.than,
    numbers.percent(cell.weighted.positive.estimate),
  );
  const details = [
    ...(limits ? [words.comparison.difference(...limits)] : []),
    ...(told.startsWith("perhaps") ? [words.comparison.perhaps] : []),
  ];
  return { cell, verdict, lead, details };
}

/** A difference whose own interval is clear of zero, though it is not clear for all items together, is told as such. */
function perhaps(comparison: Comparison | null): "perhapsHigher" | "perhapsLower" | "notDifferent" {
  const side = comparison && sideOf(comparison.positive);
  if (side === "higher") return "perhapsHigher";
  return side === "lower" ? "perhapsLower" : "notDifferent";
}
