/** Dots with intervals, drawn by Chart.js beside labels that are text of the page. Only the parts used are loaded. */
import { Chart, LinearScale, PointElement, ScatterController, type ScatterDataPoint } from "chart.js";
import type { Dot, DotRow } from "#survey/presentation/charts/plot.ts";
import { followColours, inkOf, pixelRatio } from "./ink.ts";
import { intervals, type Lane } from "./intervals.ts";
import { scales } from "./scales.ts";

Chart.register(ScatterController, PointElement, LinearScale);

const DOT_PX = 6;

export interface DrawnDots {
  rows: readonly DotRow[];
  /** The box of each row in the page: the dot stands in the middle of its height. */
  boxes: readonly HTMLElement[];
  /** All together, drawn as a strip behind the dots. */
  all: Dot | null;
  /** What stands after the numbers of the axis. */
  unit: string;
}

/** Draws the plot and keeps it right when the window, the text size or the colour scheme changes. */
export function drawDots(canvas: HTMLCanvasElement, plot: DrawnDots): void {
  const ink = inkOf(canvas);
  const lanes: Lane[] = [];
  const points = () => measured(canvas, plot, lanes);
  const dotted = () => lanes.filter(({ row }) => row.dot);
  const chart = new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: [
        {
          data: points(),
          pointRadius: DOT_PX,
          pointBorderWidth: 2,
          pointBorderColor: () => ink.dot,
          pointBackgroundColor: ({ dataIndex }) =>
            dotted()[dataIndex]?.row.uncertain ? ink.ground : ink.dot,
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
      scales: scales(canvas, ink, plot.unit),
    },
    plugins: [intervals(lanes, plot.all, ink)],
  });
  followColours(canvas, ink, () => chart.update());
}

/**
 * Measures where the rows stand now, as labels may wrap and grow, and puts them into `lanes`; gives the points of those with
 * numbers.
 */
function measured(canvas: HTMLCanvasElement, { rows, boxes }: DrawnDots, lanes: Lane[]): ScatterDataPoint[] {
  const { top } = canvas.getBoundingClientRect();
  lanes.length = 0;
  rows.forEach((row, i) => {
    const box = boxes[i]?.getBoundingClientRect();
    if (box) lanes.push({ row, y: box.top + box.height / 2 - top });
  });
  return lanes.flatMap(({ row, y }) => (row.dot ? [{ x: row.dot.estimate, y }] : []));
}
