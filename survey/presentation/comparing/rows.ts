/** The rows of a comparison, in order, as table and chart show them. */
import { byEstimate, overlaps } from "../charts/order.ts";
import type { Dot, DotRow } from "../charts/plot.ts";
import type { ClearDifferences } from "../charts/clearDifferences.ts";
import type { Numbers } from "../numbers.ts";
import type { AbsentFigure, Figure, MeasureFigures, Standing } from "./measureFigures.ts";
import type { CompareState } from "./state.ts";

export interface CompareRow extends DotRow {
  slug: string;
  /** Number of answers, or the word for why there is none. */
  answers: string;
  /** Null where there is no number. */
  standing: Standing | null;
  /** Whether the interval touches that of the next row with a number; null for the last, and unless ordered by estimate. */
  overlapsNext: boolean | null;
}

export interface CompareWords {
  numbers: Pick<Numbers, "percent" | "whole" | "limits" | "count">;
  absent: Readonly<Record<AbsentFigure, string>>;
}

export const figureDot = (figure: Figure): Dot | null => {
  if (typeof figure === "string") return null;
  const [estimate, low, high] = figure;
  return { estimate, limits: low === null || high === null ? null : [low, high] };
};

/** `61 % (58–64)`, or the word for why there is no number. */
export function figureText(figure: Figure, { numbers, absent }: CompareWords): string {
  if (typeof figure === "string") return absent[figure];
  const [estimate, low, high] = figure;
  const interval = numbers.limits({ estimate, low, high }, numbers.whole);
  return numbers.percent(estimate) + (interval === null ? "" : ` (${interval})`);
}

export const answersText = (figure: Figure, { numbers, absent }: CompareWords): string =>
  typeof figure === "string" ? absent[figure] : numbers.count(figure[3]);

/**
 * @param names of the municipalities by slug, in alphabetical order; those without figures are left out.
 */
export function compareRows(
  figures: MeasureFigures,
  { group, municipalities, order }: Pick<CompareState, "group" | "municipalities" | "order">,
  names: ReadonlyMap<string, string>,
  words: CompareWords,
): CompareRow[] {
  const chosen = [...names].filter(([slug]) => municipalities.length === 0 || municipalities.includes(slug));
  const rows = chosen.flatMap(([slug, name]): CompareRow[] => {
    const figure = figures.municipalities[slug]?.[group];
    if (figure === undefined) return [];
    const isShown = typeof figure !== "string";
    return [
      {
        slug,
        name,
        text: figureText(figure, words),
        dot: figureDot(figure),
        withheld: figure === "w",
        uncertain: isShown && figure[4] === 1,
        reference: null,
        answers: answersText(figure, words),
        standing: isShown ? figure[5] : null,
        overlapsNext: null,
      },
    ];
  });
  return order === "navn" ? rows : withOverlaps(byEstimate(rows));
}

const withOverlaps = (rows: readonly CompareRow[]): CompareRow[] =>
  rows.map((row, i) => {
    const next = rows[i + 1];
    return { ...row, overlapsNext: row.dot && next?.dot ? overlaps(row, next) : null };
  });

/** How the rows stand to all municipalities together. */
export function standingsOf(rows: readonly Pick<CompareRow, "standing">[]): ClearDifferences {
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  const [higher, lower] = [count("h"), count("l")];
  return { compared: higher + lower + count("s"), higher, lower };
}
