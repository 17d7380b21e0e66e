/**
 * Weighted and unweighted results are one system. A target group has one weight in its municipality, so a municipality
 * with withheld groups that shows both gives two equations for the same unknowns (STATISTICS §5). Its unweighted result is
 * then not shown, nor those of its background groups, which add up to it; the weighted ones stay.
 */
import type { Layout } from "./linkedTables.ts";

/** From so many withheld municipalities on, a target group's result for all is no clue to any of them. */
const CROWD = 10;
/** So many ways to change the withheld cells without changing a weighted total must be left. */
const FREEDOM = 3;

/** Domains that may show their weighted result only. `variables[0]` of the layout is the target groups. */
export function weightedOnly(layout: Layout, withheld: ReadonlySet<string>): Set<string> {
  const [groups, ...backgrounds] = layout.variables;
  if (!groups) return new Set();
  const hidden = groups.of.map((row) => row.map((id) => withheld.has(id)));
  const only = layout.municipalities.flatMap((id, place) =>
    hidden[place]?.includes(true) === true
      ? [id, ...backgrounds.flatMap((variable) => variable.of[place] ?? [])]
      : [],
  );
  const perGroup = groups.all.map((_, g) => hidden.filter((row) => row[g]).length);
  if (perGroup.some((n) => n > 0 && n < CROWD)) only.push(...groups.all);
  if (perGroup.some((n) => n > 0) && freedom(hidden) < FREEDOM) {
    only.push(layout.all, ...backgrounds.flatMap((variable) => variable.all));
  }
  return new Set(only);
}

/** Independent cycles of the withheld cells: cells − rows and columns touched + connected parts. */
function freedom(hidden: readonly (readonly boolean[])[]): number {
  const height = hidden.length;
  const part = new Map<number, number>();
  const rootOf = (node: number): number => {
    const up = part.get(node) ?? node;
    return up === node ? node : rootOf(up);
  };
  let cycles = 0;
  hidden.forEach((row, i) =>
    row.forEach((isHidden, g) => {
      if (!isHidden) return;
      const [a, b] = [rootOf(i), rootOf(height + g)];
      if (a === b) cycles++;
      else part.set(a, b);
    }),
  );
  return cycles;
}
