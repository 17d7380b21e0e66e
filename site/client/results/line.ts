export type Point = readonly [x: number, y: number];

/** A straight line in the colour and width of the moment. */
export function line(ctx: CanvasRenderingContext2D, from: Point, to: Point): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
