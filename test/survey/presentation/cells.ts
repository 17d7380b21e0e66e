/** Cells for tests of the presentation: only the share positive matters there. */
import type { ClosedItemId } from "#survey/questionnaire.ts";
import { ALL, type CellReading, type DomainReading, type ShownCell } from "#survey/presentation/reading.ts";

/** A published cell with this share positive and interval; the interval may be undefined. */
export function shareCell(estimate: number, low: number | null, high: number | null): ShownCell {
  const estimates = {
    distribution: [0, estimate, 0, 100 - estimate, 0],
    mean: { estimate, low, high },
    positive: { estimate, low, high },
  };
  return {
    state: "shown",
    n: 100,
    dontKnow: 0,
    uncertain: false,
    weighted: estimates,
    unweighted: estimates,
    comparisons: [],
    changes: [],
  };
}

/** A domain with these cells; what is not named has no answers. */
export const domainOf = (
  cells: Partial<Record<ClosedItemId, CellReading>> | (() => CellReading),
  id: string = ALL,
): DomainReading => ({
  id,
  cell: (measure) =>
    typeof cells === "function"
      ? cells()
      : ((cells as Partial<Record<string, CellReading>>)[measure] ?? { state: "none" }),
});
