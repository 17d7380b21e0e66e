import type { Ink } from "./ink.ts";

/** Room below the plot for the numbers of the axis; the same is left free in results/charts.css. */
const AXIS_PX = 32;

export function axisFont(canvas: HTMLCanvasElement): { family: string; size: number } {
  const { fontFamily, fontSize } = getComputedStyle(canvas);
  return { family: fontFamily, size: Number.parseFloat(fontSize) };
}

/** Across: 0 to 100 %, whatever the results. Down: one unit is one pixel, so dots stand beside their labels. */
export function scales(canvas: HTMLCanvasElement, ink: Ink, unit: string) {
  return {
    x: {
      type: "linear" as const,
      min: 0,
      max: 100,
      grid: { color: () => ink.line },
      border: { display: false },
      ticks: {
        stepSize: 25,
        color: () => ink.text,
        font: axisFont(canvas),
        callback: (value: number | string) => `${value}${unit}`,
      },
      afterFit: (axis: { height: number }) => {
        axis.height = AXIS_PX;
      },
    },
    y: {
      type: "linear" as const,
      display: false,
      reverse: true,
      min: 0,
      bounds: "data" as const,
      afterDataLimits: (axis: { max: number; chart: { height: number } }) => {
        axis.max = axis.chart.height - AXIS_PX;
      },
    },
  };
}
