import { labelsIn } from "../labels.ts";
import type { ResultLanguage } from "../language.ts";
import { numbersIn, type Interval } from "../numbers.ts";
import type { CellReading } from "../reading.ts";
import type { Dot, DotRow } from "./plot.ts";

export const dotOf = ({ estimate, low, high }: Interval): Dot => ({
  estimate,
  limits: low === null || high === null ? null : [low, high],
});

/** The share positive of a cell as a dot; null where there is no number. */
export const dotIn = (cell: CellReading): Dot | null =>
  cell.state === "shown" ? dotOf(cell.weighted.positive) : null;

/** `61 % (58–64)`, as the tables print it. */
export function shareText(share: Interval, language: ResultLanguage): string {
  const { percent, whole, limits } = numbersIn(language);
  const interval = limits(share, whole);
  return percent(share.estimate) + (interval === null ? "" : ` (${interval})`);
}

/** The share positive of a cell as a row of a chart, with the result that it is compared with. */
export function dotRow(
  name: string,
  cell: CellReading,
  language: ResultLanguage,
  reference: CellReading | null = null,
): DotRow {
  const shown = cell.state === "shown";
  return {
    name,
    text: shown ? shareText(cell.weighted.positive, language) : labelsIn(language).absent(cell.state),
    dot: dotIn(cell),
    withheld: cell.state === "withheld",
    uncertain: shown && cell.uncertain,
    reference: reference && dotIn(reference),
  };
}
