/** Dots with intervals, drawn by Chart.js beside labels that are text of the page. Only the parts used are loaded. */
import {
  Chart,
  LinearScale,
  PointElement,
  ScatterController,
  type ChartConfiguration,
  type Plugin,
} from "chart.js";
import { inkOf, type Ink } from "./ink.ts";
import type { Dot, Row } from "./rows.ts";

Chart.register(ScatterController, PointElement, LinearScale);

const AXIS_PX = 30;
const DOT_PX = 6;
const CAP_PX = 5;
/** Safari draws nothing on a canvas with more pixels. */
const MAXIMUM_PIXELS = 16_000_000;

export interface DotPlot {
  rows: readonly Row[];
  /** The box of each row in the page: the dot stands in the middle of its height. */
  lanes: readonly HTMLElement[];
  /** All together, drawn as a strip behind the dots. */
  all: Dot | null;
}

/** Draws the plot and keeps it right when the window, the text size or the colour scheme changes. */
export function draw(canvas: HTMLCanvasElement, plot: DotPlot): void {
  const chart = new Chart(canvas, configuration(canvas, plot));
  const recolour = () => {
    chart.options = configuration(canvas, plot).options ?? {};
    place(chart, plot);
    chart.update("none");
  };
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", recolour);
  }
}
