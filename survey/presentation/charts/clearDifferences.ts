import type { CellReading } from "../reading.ts";

export interface ClearDifferences {
  compared: number;
  higher: number;
  lower: number;
}

/**
 * How many cells stand clearly above and below the domain `to`, of those that results.json compares with it. A claim rests on
 * the published test (Holm over all items of the domain), never on two intervals.
 */
export function clearDifferences(cells: readonly CellReading[], to: string): ClearDifferences {
  const found = { compared: 0, higher: 0, lower: 0 };
  for (const cell of cells) {
    const comparison = cell.state === "shown" && cell.comparisons.find((one) => one.to === to);
    if (!comparison || comparison.positive.p === null) continue;
    found.compared += 1;
    if (!comparison.clear) continue;
    if (comparison.positive.estimate > 0) found.higher += 1;
    else found.lower += 1;
  }
  return found;
}
