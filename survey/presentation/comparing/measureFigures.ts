/**
 * One measure in every municipality and target group, as the page that compares asks for it: the figures that results.json
 * shows and the tables print, nothing else. What is not shown is a letter.
 */
import type { MeasureId } from "../../measures.ts";
import { TARGET_GROUPS, type TargetGroup } from "../../targetGroups.ts";
import type { CellReading, Reading, State } from "../reading.ts";

/** Everybody in a municipality, or one of its target groups. */
export type GroupChoice = TargetGroup | "all";
export const GROUP_CHOICES: readonly GroupChoice[] = ["all", ...TARGET_GROUPS];

/** Clearly above (`h`) or below (`l`) all municipalities together, not clearly different (`s`), or not tested (`u`). */
export type Standing = "h" | "l" | "s" | "u";

/** Share positive, its limits (null where they are not defined), answers, whether it is uncertain, its standing. */
export type ShownFigure = readonly [
  estimate: number,
  low: number | null,
  high: number | null,
  n: number,
  uncertain: 0 | 1,
  standing: Standing,
];
/** `w` withheld, `n` nobody has answered, `a` not asked. */
export type AbsentFigure = "w" | "n" | "a";
export type Figure = ShownFigure | AbsentFigure;

export interface MeasureFigures {
  /** By group: all municipalities together. */
  all: Record<GroupChoice, Figure>;
  /** By slug, then by group. */
  municipalities: Record<string, Record<GroupChoice, Figure>>;
}

const LETTERS: Readonly<Record<Exclude<State, "shown">, AbsentFigure>> = {
  withheld: "w",
  none: "n",
  notAsked: "a",
};

function figureOf(cell: CellReading, to: string): Figure {
  if (cell.state !== "shown") return LETTERS[cell.state];
  const { estimate, low, high } = cell.weighted.positive;
  const comparison = cell.comparisons.find((one) => one.to === to);
  return [estimate, low, high, cell.n, cell.uncertain ? 1 : 0, standingOf(comparison)];
}

function standingOf(
  comparison: { clear: boolean; positive: { estimate: number; p: number | null } } | undefined,
): Standing {
  if (!comparison || comparison.positive.p === null) return "u";
  if (!comparison.clear) return "s";
  return comparison.positive.estimate > 0 ? "h" : "l";
}

export function measureFigures(reading: Reading, measure: MeasureId): MeasureFigures {
  const at = (municipality: string | null): Record<GroupChoice, Figure> => {
    const of = (group: GroupChoice): Figure => {
      const targetGroup = group === "all" ? null : group;
      const cell = reading.domain({ municipality, targetGroup }).cell(measure);
      return figureOf(cell, reading.domain({ targetGroup }).id);
    };
    const [all, dagpenge] = [of("all"), of("dagpenge")];
    const [aktivitetsparate, sygedagpenge, jobparate] = [
      of("aktivitetsparate"),
      of("sygedagpenge"),
      of("jobparate"),
    ];
    return { all, dagpenge, aktivitetsparate, sygedagpenge, jobparate };
  };
  return {
    all: at(null),
    municipalities: Object.fromEntries(reading.municipalities.map(({ code, slug }) => [slug, at(code)])),
  };
}
