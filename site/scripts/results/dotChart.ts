/** Dots with intervals, drawn by Chart.js beside labels that are text of the page. Only the parts used are loaded. */
import { Chart, LinearScale, PointElement, ScatterController } from "chart.js";
import { inkOf } from "./ink.ts";
import { intervals, type Mark } from "./intervals.ts";
import type { Dot, Row } from "./rows.ts";

Chart.register(ScatterController, PointElement, LinearScale);

const AXIS_PX = 32;
const DOT_PX = 6;
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
export function draw(canvas: HTMLCanvasElement, { rows, lanes, all }: DotPlot): void {
  const ink = inkOf(canvas);
  const { fontFamily, fontSize } = getComputedStyle(canvas);
  const marks: Mark[] = [];

  /** Rows without numbers have no mark. The heights come from the page, so labels may wrap and grow. */
  const measure = () => {
    const top = canvas.getBoundingClientRect().top;
    marks.length = 0;
    rows.forEach((row, i) => {
      const box = lanes[i]?.getBoundingClientRect();
      if (row.dot && box) marks.push({ ...row, dot: row.dot, y: box.top + box.height / 2 - top });
    });
    return marks.map(({ dot, y }) => ({ x: dot.estimate, y }));
  };

  const chart = new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: [
        {
          data: measure(),
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
        if (dataset) dataset.data = measure();
      },
      scales: {
        x: {
          min: 0,
          max: 100,
          grid: { color: () => ink.line },
          border: { display: false },
          ticks: {
            stepSize: 25,
            color: () => ink.text,
            font: { family: fontFamily, size: Number.parseFloat(fontSize) },
            callback: (value) => `${value}\u00a0%`,
          },
          afterFit: (axis) => {
            axis.height = AXIS_PX;
          },
        },
        // One unit is one pixel from the top, so dots stand beside their labels.
        y: {
          display: false,
          reverse: true,
          min: 0,
          bounds: "data",
          afterDataLimits: (axis) => {
            axis.max = axis.chart.height - AXIS_PX;
          },
        },
      },
    },
    plugins: [intervals(marks, all, ink)],
  });

  const recolour = () => {
    Object.assign(ink, inkOf(canvas));
    chart.update();
  };
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", recolour);
  }
}

function pixelRatio(canvas: HTMLCanvasElement): number {
  const { width, height } = (canvas.parentElement ?? canvas).getBoundingClientRect();
  return Math.min(devicePixelRatio, Math.sqrt(MAXIMUM_PIXELS / Math.max(1, width * height)));
}
