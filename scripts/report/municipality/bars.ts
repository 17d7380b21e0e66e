/** The bar of a cell with the words beside it and for who cannot see it. */
import { barScale, type BarScale } from "#survey/presentation/divergingBar.ts";
import { OVERALL, type CellReading } from "#survey/presentation/reading.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { report } from "#survey/texts/report.da.ts";
import type { BarRow } from "../pdf/blocks.ts";
import { shareOf, type ReportContext } from "./context.ts";

/** One scale that all bars of the report fit, so that any two can be compared. */
export function reportScale({ reading, here, code }: ReportContext): BarScale {
  const cells = [
    ...reading.items.map(({ id }) => here.cell(id)),
    ...TARGET_GROUPS.map((targetGroup) => reading.domain({ municipality: code, targetGroup }).cell(OVERALL)),
  ];
  return barScale(cells.flatMap((cell) => (cell.state === "shown" ? [cell.weighted.distribution] : [])));
}

function besideOf(cell: CellReading, { labels, numbers }: ReportContext): string[] {
  if (cell.state !== "shown") return [labels.absent(cell.state)];
  const words = report.themes;
  const limits = numbers.limits(cell.weighted.positive, numbers.whole);
  const share = words.positive(numbers.percent(cell.weighted.positive.estimate));
  const base = words.answers(numbers.count(cell.n));
  const { dontKnow } = cell;
  return [
    share,
    limits === null ? base : `(${limits}), ${base}`,
    ...(dontKnow === undefined
      ? []
      : [dontKnow === null ? words.withheldDontKnow : words.dontKnow(numbers.percent(dontKnow))]),
    ...(cell.uncertain ? [labels.uncertain] : []),
  ];
}

/** @param answers the five answers of the scale, best first */
export function barOf(
  name: string,
  cell: CellReading,
  answers: readonly string[],
  context: ReportContext,
): BarRow {
  const { numbers } = context;
  const beside = besideOf(cell, context);
  if (cell.state !== "shown")
    return {
      name,
      beside,
      distribution: null,
      withheld: cell.state === "withheld",
      alt: `${name}: ${beside.join(", ")}`,
    };
  const { distribution } = cell.weighted;
  const shares = answers.map((answer, i) => `${answer} ${numbers.percent(distribution[i] ?? 0)}`);
  return {
    name,
    beside,
    distribution,
    withheld: false,
    alt: `${name}: ${shares.join(", ")}. Positive ${shareOf(cell, context)}.`,
  };
}
