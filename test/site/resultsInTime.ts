/** The results of a round that is not the first one, and in which the days of the answers are known. */
import type { Cell, Results } from "#survey/results.ts";

const EARLIER = ["2025-2", "2024-2"] as const;
const PERIODS = { "2025-2": "2. kvartal 2025", "2024-2": "2. kvartal 2024" } as const;
const CHANGE = { "2025-2": 7, "2024-2": 2 } as const;
const HALF_WIDTH = 4;

function withChanges(cell: Cell): void {
  if (cell.status !== "published") return;
  cell.changes = EARLIER.map((since) => {
    const estimate = CHANGE[since];
    const difference = { estimate, low: estimate - HALF_WIDTH, high: estimate + HALF_WIDTH, p: 0.01 };
    const then = cell.weighted.positive.estimate - estimate;
    const before = { estimate: then, low: then - HALF_WIDTH, high: then + HALF_WIDTH };
    return { since, mean: difference, positive: difference, before: { mean: before, positive: before } };
  });
}

/** Adds two earlier rounds for the overall satisfaction of all and of Aarhus, and a response curve with its waves. */
export function inTime(results: Results): Results {
  const copy = structuredClone(results);
  copy.trend = EARLIER.map((since) => ({
    since,
    title: copy.round.title,
    period: PERIODS[since],
    sameMunicipalities: true,
    source: "answers",
    notComparable: [],
  }));
  for (const { id, items } of copy.domains) {
    if ((id === "all" || id === "0751") && items.q13) withChanges(items.q13);
  }
  copy.responseCurve = {
    waves: ["2026-08-24", "2026-08-31", "2026-09-07"],
    points: [
      { on: "2026-08-24", answers: 410 },
      { on: "2026-08-26", answers: 902 },
      { on: "2026-08-30", answers: 1203 },
      { on: "2026-08-31", answers: 1610 },
      { on: "2026-09-05", answers: 1893 },
      { on: "2026-09-07", answers: 2104 },
      { on: "2026-09-20", answers: 2390 },
    ],
  };
  return copy;
}
