/** Values in time, joined by a line, drawn by Chart.js. What a point says is text of the page (listbox.ts). */
import { Chart, LinearScale, LineElement, PointElement, ScatterController, type Plugin } from "chart.js";
import type { LinePoint } from "#survey/presentation/charts/plot.ts";
import { followColours, inkOf, pixelRatio, type Ink } from "./ink.ts";
import { line } from "./line.ts";
import { axisFont } from "./scales.ts";

Chart.register(ScatterController, LineElement, PointElement, LinearScale);

const DOT_PX = 3;
const ACTIVE_PX = 7;
const CAP_PX = 5;
const TICKS = 4;
const DASHES_PX = [4, 4];

export interface DrawnLine {
  points: readonly LinePoint[];
  /** Moments to be marked. */
  marks: readonly number[];
  /** Where the upright axis ends, and what stands after its numbers. */
  top: number;
  unit: string;
}

export interface LineHandle {
  /** Shows a point as the active one. */
  activate(index: number): void;
  /** The point nearest to a place, in CSS pixels from the left of the canvas. */
  nearest(x: number): number;
}

export function drawLine(canvas: HTMLCanvasElement, plot: DrawnLine): LineHandle {
  const ink = inkOf(canvas);
  const { points, marks, top } = plot;
  let active = points.length - 1;
  const places = [...points.map(({ x }) => x), ...marks];
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const chart = new Chart(canvas, {
    type: "scatter",
    data: {
      datasets: [
        {
          data: points.map(({ x, dot }) => ({ x, y: dot?.estimate ?? Number.NaN })),
          showLine: true,
          borderWidth: 2,
          borderColor: () => ink.dot,
          pointRadius: ({ dataIndex }) => (dataIndex === active ? ACTIVE_PX : DOT_PX),
          pointBorderWidth: 2,
          pointBorderColor: () => ink.dot,
          pointBackgroundColor: ({ dataIndex }) => (dataIndex === active ? ink.ground : ink.dot),
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      maintainAspectRatio: false,
      devicePixelRatio: pixelRatio(canvas),
      layout: { padding: { top: ACTIVE_PX + 1, right: ACTIVE_PX + 1, left: 0 } },
      scales: {
        x: { type: "linear", display: false, min: Math.min(...places), max: Math.max(...places) },
        y: {
          type: "linear",
          min: 0,
          max: top,
          grid: { color: () => ink.line },
          border: { display: false },
          ticks: {
            stepSize: top / TICKS,
            color: () => ink.text,
            font: axisFont(canvas),
            callback: (value) => number.format(Number(value)) + plot.unit,
          },
        },
      },
    },
    plugins: [around(plot, ink)],
  });
  followColours(canvas, ink, () => chart.update());
  const placeOf = (index: number): number => chart.scales["x"]?.getPixelForValue(points[index]?.x ?? 0) ?? 0;
  return {
    activate(index) {
      active = index;
      chart.update();
    },
    nearest: (x) =>
      points.reduce((best, _, i) => (Math.abs(placeOf(i) - x) < Math.abs(placeOf(best) - x) ? i : best), 0),
  };
}

/** The marked moments, and the interval of each point. */
const around = ({ points, marks }: DrawnLine, ink: Ink): Plugin<"scatter"> => ({
  id: "around",
  beforeDatasetsDraw: ({ ctx, chartArea, scales: { x, y } }) => {
    const [across, up] = [
      (value: number) => x?.getPixelForValue(value) ?? 0,
      (value: number) => y?.getPixelForValue(value) ?? 0,
    ];
    ctx.save();
    ctx.strokeStyle = ink.reference;
    ctx.setLineDash(DASHES_PX);
    for (const mark of marks) line(ctx, [across(mark), chartArea.top], [across(mark), chartArea.bottom]);
    ctx.setLineDash([]);
    ctx.strokeStyle = ink.dot;
    ctx.lineWidth = 2;
    for (const { x: place, dot } of points) {
      if (!dot?.limits) continue;
      const [at, low, high] = [across(place), up(dot.limits[0]), up(dot.limits[1])];
      line(ctx, [at, low], [at, high]);
      for (const end of [low, high]) line(ctx, [at - CAP_PX, end], [at + CAP_PX, end]);
    }
    ctx.restore();
  },
});
