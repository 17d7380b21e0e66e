import type { Plugin } from "chart.js";
import type { Ink } from "./ink.ts";
import type { Dot, Row } from "./rows.ts";

/** A row with a dot, and how far below the top of the drawing it stands, in pixels. */
export interface Mark extends Row {
  dot: Dot;
  y: number;
}

const STROKE_PX = 2;
const CAP_PX = 5;
const REFERENCE_PX = 9;
const STRIP_OPACITY = 0.3;

/**
 * What Chart.js has no element for: the interval of each dot, the result of all together as a strip through the drawing, and
 * the result that each row is compared with as a mark of its own.
 */
export function intervals(marks: readonly Mark[], all: Dot | null, ink: Ink): Plugin<"scatter"> {
  return {
    id: "intervals",
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const { top, bottom } = chartArea;
      const across = (value: number) => scales["x"]?.getPixelForValue(value) ?? 0;
      ctx.save();
      ctx.lineWidth = STROKE_PX;
      if (all) reference(ctx, all, across, top, bottom, ink);
      for (const { dot, reference: other, y } of marks) {
        if (other) reference(ctx, other, across, y - REFERENCE_PX, y + REFERENCE_PX, ink);
        if (dot.limits) interval(ctx, across(dot.limits[0]), across(dot.limits[1]), y, ink);
      }
      ctx.restore();
    },
  };
}

/** A strip as wide as the interval, with a line at the estimate. */
function reference(
  ctx: CanvasRenderingContext2D,
  { estimate, limits }: Dot,
  across: (value: number) => number,
  top: number,
  bottom: number,
  ink: Ink,
): void {
  ctx.fillStyle = ctx.strokeStyle = ink.reference;
  if (limits) {
    ctx.globalAlpha = STRIP_OPACITY;
    ctx.fillRect(across(limits[0]), top, across(limits[1]) - across(limits[0]), bottom - top);
    ctx.globalAlpha = 1;
  }
  line(ctx, [across(estimate), top], [across(estimate), bottom]);
}

function interval(ctx: CanvasRenderingContext2D, low: number, high: number, y: number, ink: Ink): void {
  ctx.strokeStyle = ink.dot;
  line(ctx, [low, y], [high, y]);
  for (const x of [low, high]) line(ctx, [x, y - CAP_PX], [x, y + CAP_PX]);
}

type Point = readonly [x: number, y: number];

function line(ctx: CanvasRenderingContext2D, from: Point, to: Point): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
