import type { CellReading } from "#survey/presentation/reading.ts";

/**
 * What a chart draws of a table cell: estimate and limits of the share positive, `"61 58 64"`, or the estimate alone where
 * the interval is not defined. For a result without numbers the text is empty: a chart has nothing to draw from.
 */
export function dots(cell: CellReading): string {
  if (cell.state !== "shown") return "";
  const { estimate, low, high } = cell.weighted.positive;
  return low === null || high === null ? String(estimate) : `${estimate} ${low} ${high}`;
}
