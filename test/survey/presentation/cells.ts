/** Cells for tests of the presentation: only the share positive matters there. */
import type { PublishedCell } from "#survey/results.ts";

/** A published cell with this share positive and interval; the interval may be undefined. */
export function shareCell(estimate: number, low: number | null, high: number | null): PublishedCell {
  const estimates = {
    distribution: [0, estimate, 0, 100 - estimate, 0],
    mean: { estimate, low, high },
    positive: { estimate, low, high },
  };
  return {
    status: "published",
    n: 100,
    dontKnow: 0,
    uncertain: false,
    weighted: estimates,
    unweighted: estimates,
  };
}
