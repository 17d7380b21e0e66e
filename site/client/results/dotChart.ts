/** Dots with intervals, drawn by Chart.js beside labels that are text of the page. Only the parts used are loaded. */
import { Chart, LinearScale, PointElement, ScatterController, type ScatterDataPoint } from "chart.js";
import { inkOf } from "./ink.ts";
import { intervals, type Mark } from "./intervals.ts";
import type { Dot, Row } from "./rows.ts";
import { scales } from "./scales.ts";

Chart.register(ScatterController, PointElement, LinearScale);

const DOT_PX = 6;
/** Safari draws nothing on a canvas with more pixels. */
const MAXIMUM_PIXELS = 16_000_000;
/** What changes the colours of the page. */
const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

export interface DotPlot {
  rows: readonly Row[];
  /** The box of each row in the page: the dot stands in the middle of its height. */
  lanes: readonly HTMLElement[];
  /** All together, drawn as a strip behind the dots. */
  all: Dot | null;
}

/** Draws the plot and keeps it right when the window, the text size or the colour scheme changes. */
export function draw(canvas: HTMLCanvasElement, plot: DotPlot): void {
  const ink = inkOf(canvas);
  const marks: Mark[] = [];
  const points = () => pointsOf(canvas, plot, marks);
  const chart = new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: [
        {
          data: points(),
          pointRadius: DOT_PX,
          pointBorderWidth: 2,
          pointBorderColor: () => ink.dot,
          pointBackgroundColor: ({ dataIndex }) => (marks[dataIndex]?.uncertain ? ink.ground : ink.dot),
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      maintainAspectRatio: false,
      devicePixelRatio: pixelRatio(canvas),
      layout: { autoPadding: false },
      onResize: ({ data }) => {
        const [dataset] = data.datasets;
        if (dataset) dataset.data = points();
      },
      scales: scales(canvas, ink),
    },
    plugins: [intervals(marks, plot.all, ink)],
  });
  const recolour = () => {
    Object.assign(ink, inkOf(canvas));
    chart.update();
  };
  for (const query of SCHEMES) matchMedia(query).addEventListener("change", recolour);
}

/**
 * Measures where the rows stand now, as labels may wrap and grow, and puts their marks into `marks`. Rows without numbers
 * have none.
 */
function pointsOf(canvas: HTMLCanvasElement, { rows, lanes }: DotPlot, marks: Mark[]): ScatterDataPoint[] {
  const { top } = canvas.getBoundingClientRect();
  marks.length = 0;
  rows.forEach((row, i) => {
    const box = lanes[i]?.getBoundingClientRect();
    if (row.dot && box) marks.push({ ...row, dot: row.dot, y: box.top + box.height / 2 - top });
  });
  return marks.map(({ dot, y }) => ({ x: dot.estimate, y }));
}

function pixelRatio(canvas: HTMLCanvasElement): number {
  const { width, height } = (canvas.parentElement ?? canvas).getBoundingClientRect();
  return Math.min(devicePixelRatio, Math.sqrt(MAXIMUM_PIXELS / Math.max(1, width * height)));
}
