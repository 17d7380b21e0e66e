/** Everything a page shows about one municipality, or about all of them: which cells, in which order, on which scale. */
import type { ClosedItemId } from "../questionnaire.ts";
import { BREAKDOWNS, type Breakdown, type Cell, type Results } from "../results.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import { compareShares, type Verdict } from "./compare.ts";
import { barScale, type BarScale } from "./divergingBar.ts";
import { closedItemsByTheme, lookup, type Cells, type ThemeItems } from "./lookup.ts";

export interface Summary {
  themes: readonly ThemeItems[];
  items: readonly ClosedItemId[];
  cells: Cells;
  groups: readonly { group: TargetGroup; cells: Cells }[];
  /** Overall satisfaction by background; variables without values in the results are left out. */
  backgrounds: readonly { variable: Breakdown; rows: readonly { value: string; cell: Cell }[] }[];
  /** The scale of all bars on the page, so that they can be compared. */
  scale: BarScale;
  /** Every cell on the page, to know which words need an explanation. */
  shown: readonly Cell[];
}

/** The item that says how satisfied people are all in all. */
export const OVERALL: ClosedItemId = "q13";

/** What a page shows of a municipality, or with `null` of all together. */
export function summaryOf(results: Results, municipality: string | null): Summary {
  const find = lookup(results);
  const themes = closedItemsByTheme(results.questionnaireVersion);
  const items = themes.flatMap((theme) => theme.items.map((item) => item.id));
  const cells = find.cells({ municipality });
  const groups = TARGET_GROUPS.map((group) => ({
    group,
    cells: find.cells({ municipality, targetGroup: group }),
  }));
  const backgrounds = BREAKDOWNS.map((variable) => ({
    variable,
    rows: find.values(municipality, variable).map((value) => ({
      value,
      cell: find.cells({ municipality, breakdown: { variable, value } })(OVERALL),
    })),
  })).filter(({ rows }) => rows.length > 0);
  const barCells = [...items.map(cells), ...groups.map((group) => group.cells(OVERALL))];
  return {
    themes,
    items,
    cells,
    groups,
    backgrounds,
    scale: barScale(
      barCells.flatMap((cell) => (cell.status === "published" ? [cell.weighted.distribution] : [])),
    ),
    shown: [
      ...[cells, ...groups.map((group) => group.cells)].flatMap((of) => items.map(of)),
      ...backgrounds.flatMap(({ rows }) => rows.map(({ cell }) => cell)),
    ],
  };
}

/** The overall satisfaction of every municipality, in the order of the results. */
export function overallByMunicipality(results: Results): Cell[] {
  const find = lookup(results);
  return results.municipalities.map(({ code }) => find.cells({ municipality: code })(OVERALL));
}

/** How many municipalities stand clearly above and clearly below all of them together, of those that can be compared. */
export function standings(results: Results): { higher: number; lower: number; compared: number } {
  const all = lookup(results).cells({})(OVERALL);
  const verdicts = overallByMunicipality(results).map((cell) => compareShares(cell, all));
  const withVerdict = (verdict: Verdict) => verdicts.filter((v) => v === verdict).length;
  return {
    higher: withVerdict("higher"),
    lower: withVerdict("lower"),
    compared: verdicts.length - withVerdict("notComparable"),
  };
}

/** True when at least one result of the municipality itself is published. */
export const hasResults = ({ items, cells }: Summary): boolean =>
  items.some((item) => cells(item).status === "published");
