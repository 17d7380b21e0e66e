import type { Plugin } from "chart.js";
import type { Dot, DotRow } from "#survey/presentation/charts/plot.ts";
import type { Ink } from "./ink.ts";
import { line } from "./line.ts";

/** A row, and how far below the top of the drawing it stands, in pixels. */
export interface Lane {
  row: DotRow;
  y: number;
}

const STROKE_PX = 2;
const CAP_PX = 5;
const REFERENCE_PX = 9;
const STRIP_OPACITY = 0.3;
const WITHHELD_HALF_PX = 7;
const DASHES_PX = [4, 4];

/**
 * What Chart.js has no element for: the interval of each dot, the result of all together as a strip through the drawing, the
 * result that each row is compared with as a mark of its own, and the dashed lane of what is withheld, of one size for all.
 */
export function intervals(lanes: readonly Lane[], all: Dot | null, ink: Ink): Plugin<"scatter"> {
  return {
    id: "intervals",
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const { top, bottom, left, right } = chartArea;
      const across = (value: number) => scales["x"]?.getPixelForValue(value) ?? 0;
      ctx.save();
      ctx.lineWidth = STROKE_PX;
      if (all) reference(ctx, all, across, top, bottom, ink);
      for (const { row, y } of lanes) {
        const { dot, reference: other, withheld } = row;
        if (other) reference(ctx, other, across, y - REFERENCE_PX, y + REFERENCE_PX, ink);
        if (dot?.limits) interval(ctx, across(dot.limits[0]), across(dot.limits[1]), y, ink);
        if (withheld) withheldLane(ctx, left, right, y, ink);
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

function withheldLane(ctx: CanvasRenderingContext2D, left: number, right: number, y: number, ink: Ink): void {
  ctx.save();
  ctx.strokeStyle = ink.reference;
  ctx.lineWidth = 1;
  ctx.setLineDash(DASHES_PX);
  ctx.strokeRect(left + 0.5, y - WITHHELD_HALF_PX, right - left - 1, 2 * WITHHELD_HALF_PX);
  ctx.restore();
}
