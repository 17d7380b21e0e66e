/** What a chart draws, before anything is drawn: the canvas in the page, the .svg and the .png all show one of these. */

/** A share in whole percent, or a count, with its 95 % interval; without limits the interval is not defined. */
export interface Dot {
  estimate: number;
  limits: readonly [low: number, high: number] | null;
}

/** The words around a chart. */
export interface ChartWords {
  title: string;
  /** What is measured, in which unit, and how to read it. */
  subtitle: string;
  /** What the chart shows, in a sentence. */
  finding: string;
  /** Where the numbers are from: survey, round, who made it. */
  source: string;
}

export interface DotRow {
  name: string;
  /** The numbers as a table prints them, or the word for why there are none. */
  text: string;
  dot: Dot | null;
  /** Withheld: drawn as withheld, in one size whatever it hides. */
  withheld: boolean;
  /** Few answers or a wide interval: a hollow dot. */
  uncertain: boolean;
  /** The result that this row is compared with. */
  reference: Dot | null;
}

/** Dots with intervals on 0 to 100 %, a row each. The axis is the same whatever the results. */
export interface DotPlot extends ChartWords {
  kind: "dots";
  rows: readonly DotRow[];
  /** All together, a strip behind the rows. */
  all: Dot | null;
}

export interface LinePoint extends Pick<DotRow, "name" | "text" | "dot" | "withheld"> {
  /** Where it stands across: a day number, or the place of a round. */
  x: number;
}

/** Values in time, joined by a line. */
export interface LinePlot extends ChartWords {
  kind: "line";
  /** `percent` goes from 0 to 100, `count` from 0 to a round number above the largest. */
  unit: "percent" | "count";
  top: number;
  points: readonly LinePoint[];
  /** Moments to be marked, on the scale of `x`. */
  marks: readonly { x: number; name: string }[];
}

export type Plot = DotPlot | LinePlot;

/** 1, 2 or 5 times a power of ten, at least `value`. @example roundAbove(1434) // 2000 */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= value) ?? 10 * power;
}
