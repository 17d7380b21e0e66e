/** A figure that stands nowhere else, in a cell of one municipality: shown in one results.json, withheld in another. */
import type { Cell, Results } from "#survey/results.ts";

export const CANARY = 7_919_191;
/** How a Danish reader sees it. */
export const CANARY_TEXT = "7.919.191";
/** The municipality of whose item it is the number of answers. */
export const CANARY_PLACE = "0400";
const ITEM = "q4";

const withItem = (results: Results, change: (cell: Cell) => Cell): Results => ({
  ...results,
  domains: results.domains.map((domain) => {
    const cell = domain.items[ITEM];
    if (domain.id !== CANARY_PLACE || !cell) return domain;
    return { ...domain, items: { ...domain.items, [ITEM]: change(cell) } };
  }),
});

export const exposed = (results: Results): Results =>
  withItem(results, (cell) => {
    if (cell.status !== "published") throw new Error("the canary's cell is not published");
    return { ...cell, n: CANARY };
  });

export const withheldAgain = (results: Results): Results =>
  withItem(exposed(results), () => ({ status: "withheld", reason: "primary" }));
