/** Everything a page shows of one domain: its target groups and backgrounds, and the scale that all bars share. */
import type { Breakdown } from "../results.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import { barScale, type BarScale } from "./divergingBar.ts";
import { OVERALL, type CellReading, type DomainReading, type Reading } from "./reading.ts";

export interface Summary {
  domain: DomainReading;
  groups: readonly { group: TargetGroup; domain: DomainReading }[];
  /** Overall satisfaction by background; variables without values in the results are left out. */
  backgrounds: readonly { variable: Breakdown; rows: readonly { value: string; cell: CellReading }[] }[];
  /** The scale of all bars on the page, so that they can be compared. */
  scale: BarScale;
  /** Every cell on the page, to know which words need an explanation. */
  shown: readonly CellReading[];
}

/** What a page shows of a municipality, or with `null` of all together. */
export function summaryOf(reading: Reading, municipality: string | null): Summary {
  const domain = reading.domain({ municipality });
  const groups = TARGET_GROUPS.map((group) => ({
    group,
    domain: reading.domain({ municipality, targetGroup: group }),
  }));
  const backgrounds = reading.breakdowns(municipality).map(({ variable, values }) => ({
    variable,
    rows: values.map((value) => ({
      value,
      cell: reading.domain({ municipality, breakdown: { variable, value } }).cell(OVERALL),
    })),
  }));
  const items = reading.items.map(({ id }) => domain.cell(id));
  return {
    domain,
    groups,
    backgrounds,
    scale: scaleOf([...items, ...groups.map((group) => group.domain.cell(OVERALL))]),
    shown: [
      ...items,
      ...groups.flatMap((group) => reading.items.map(({ id }) => group.domain.cell(id))),
      ...backgrounds.flatMap(({ rows }) => rows.map(({ cell }) => cell)),
    ],
  };
}

/** One scale for the bars of these cells; what is withheld has no part in it. */
export const scaleOf = (cells: readonly CellReading[]): BarScale =>
  barScale(cells.flatMap((cell) => (cell.state === "shown" ? [cell.weighted.distribution] : [])));
