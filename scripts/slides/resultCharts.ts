/** What the charts of the slides show: which cells, named how, and the same in words. */
import type { MeasureId } from "#survey/measures.ts";
import type { CellReading } from "#survey/presentation/reading.ts";
import { shareOf, type ReportContext } from "../report/municipality/context.ts";
import type { BarChart } from "./charts.ts";

export const meanOf = (cell: CellReading): number | null =>
  cell.state === "shown" ? cell.weighted.mean.estimate : null;

export const positiveOf = (cell: CellReading): number | null =>
  cell.state === "shown" ? cell.weighted.positive.estimate : null;

/** The name of a category; one without a number says why, so that an empty place is no zero. */
export const named = (name: string, cell: CellReading, { labels }: ReportContext): string =>
  cell.state === "shown" ? name : `${name} (${labels.absent(cell.state).toLowerCase()})`;

/** What a chart says, row by row. */
export const inWords = (
  rows: readonly { name: string; cell: CellReading }[],
  title: string,
  context: ReportContext,
): string => `${title}. ${rows.map(({ name, cell }) => `${name}: ${shareOf(cell, context)}`).join("; ")}.`;

export function answersChart(
  rows: readonly { name: string; cell: CellReading }[],
  series: readonly string[],
  title: string,
  context: ReportContext,
): BarChart {
  return {
    categories: rows.map(({ name, cell }) => named(name, cell, context)),
    series: series.map((name, i) => ({
      name,
      values: rows.map(({ cell }) =>
        cell.state === "shown" ? (cell.weighted.distribution[i] ?? null) : null,
      ),
    })),
    alt: inWords(rows, title, context),
    fontSize: 12,
  };
}

interface Comparable {
  title: string;
  of: (cell: CellReading) => number | null;
  /** A row as it is read out. */
  words: (cell: CellReading) => string;
}

/** The municipality beside everybody; alone where nobody else takes part. */
export function comparedChart(
  rows: readonly { name: string; id: MeasureId }[],
  { title, of, words }: Comparable,
  context: ReportContext,
): BarChart {
  const { here, all, screen, labels, reading } = context;
  const cells = rows.map(({ name, id }) => ({ name, cell: here.cell(id), other: all.cell(id) }));
  const own = { name: screen.entry.name, values: cells.map(({ cell }) => of(cell)) };
  const everybody = { name: labels.everybody(reading.whole), values: cells.map(({ other }) => of(other)) };
  return {
    categories: cells.map(({ name, cell }) => named(name, cell, context)),
    series: reading.whole === "alone" ? [own] : [own, everybody],
    alt: `${title}. ${cells.map(({ name, cell }) => `${name}: ${words(cell)}`).join("; ")}.`,
    fontSize: 12,
  };
}
