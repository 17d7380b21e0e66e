/** Finds cells in results as tests of them need it. */
import type { ClosedItemId } from "#survey/questionnaire.ts";
import type { Cell, Estimates, PublishedCell, Results } from "#survey/results.ts";

/** A cell that must be there. */
export const cellOf = (results: Results, id: string, item: ClosedItemId = "q1"): Cell => {
  const cell = results.domains.find((domain) => domain.id === id)?.items[item];
  if (!cell) throw new Error(`no cell ${id} ${item}`);
  return cell;
};

/** A published cell as estimation makes it, with both kinds of estimates. */
export type EstimatedCell = PublishedCell & { unweighted: Estimates };

/** A cell that must be published. */
export const published = (results: Results, id: string, item: ClosedItemId = "q1"): EstimatedCell => {
  const cell = cellOf(results, id, item);
  if (cell.status !== "published") throw new Error(`${id} ${item} is ${cell.status}`);
  const { unweighted } = cell;
  if (unweighted === null) throw new Error(`${id} ${item} has no unweighted estimates`);
  return { ...cell, unweighted };
};
