/** Values in time as an SVG picture. */
import type { LinePlot, LinePoint } from "../plot.ts";
import { MARGIN, picture, WIDTH } from "./picture.ts";
import { DOT, LINE, MUTED, round, textAt, type TextStyle } from "./text.ts";

const AXIS: TextStyle = { size: 12, fill: MUTED };
const LABEL: TextStyle = { size: 13 };
const HEIGHT = 260;
const LEFT = MARGIN + 56;
/** Room for half of the last label. */
const RIGHT = WIDTH - MARGIN - 72;
const TICK_PARTS = 4;
const CAP_PX = 5;
/** More labels than this would run into each other. */
const LABELLED = 6;
const MARK_STEP_PX = 16;

interface Scale {
  x: (value: number) => number;
  y: (value: number) => number;
}

function scaleOf({ points, marks, top: most }: LinePlot, top: number): Scale {
  const places = [...points, ...marks].map(({ x }) => x);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return {
    x: (value) => LEFT + ((value - first) / Math.max(1, last - first)) * (RIGHT - LEFT),
    y: (value) => top + HEIGHT - (value / most) * HEIGHT,
  };
}

const path = (d: string, stroke: string, more = ""): string =>
  `<path d="${d}" stroke="${stroke}" fill="none"${more}/>`;

function interval({ dot, x }: LinePoint, { x: across, y: up }: Scale): string {
  if (!dot?.limits) return "";
  const [low, high] = dot.limits.map((value) => round(up(value)));
  const [at, left, right] = [0, -CAP_PX, CAP_PX].map((shift) => round(across(x) + shift));
  const d = `M${at} ${low}V${high}M${left} ${low}H${right}M${left} ${high}H${right}`;
  return path(d, DOT, ' stroke-width="2"');
}

/** First and last always; all while they are few. */
const isLabelled = (plot: LinePlot, i: number): boolean =>
  plot.points.length <= LABELLED || i === 0 || i === plot.points.length - 1;

function drawn(plot: LinePlot, top: number, axisText: (value: number) => string): string {
  const { points, marks } = plot;
  const scale = scaleOf(plot, top);
  const bottom = top + HEIGHT;
  const ticks = Array.from({ length: TICK_PARTS + 1 }, (_, i) => (plot.top / TICK_PARTS) * i);
  const shown = points.flatMap((point) => (point.dot ? [{ ...point, dot: point.dot }] : []));
  const places = shown.map(({ x, dot }) => `${round(scale.x(x))} ${round(scale.y(dot.estimate))}`);
  return [
    ...ticks.map((tick) => path(`M${LEFT} ${round(scale.y(tick))}H${RIGHT}`, LINE)),
    ...ticks.map((tick) => textAt(axisText(tick), LEFT - 8, scale.y(tick) + 4, { ...AXIS, anchor: "end" })),
    ...marks.map(({ x }) => path(`M${round(scale.x(x))} ${top}V${bottom}`, MUTED, ' stroke-dasharray="4 4"')),
    ...marks.map(({ x, name }, i) =>
      textAt(name, scale.x(x) + 4, top - 6 - (marks.length - 1 - i) * MARK_STEP_PX, AXIS),
    ),
    path(`M${places.join("L")}`, DOT, ' stroke-width="2"'),
    ...shown.map((point) => interval(point, scale)),
    ...shown.map(({ x, dot }) => {
      const r = points.length > LABELLED ? 3 : 6;
      return `<circle cx="${round(scale.x(x))}" cy="${round(scale.y(dot.estimate))}" r="${r}" fill="${DOT}"/>`;
    }),
    ...points.map(({ x, name }, i) =>
      isLabelled(plot, i) ? textAt(name, scale.x(x), bottom + 18, { ...AXIS, anchor: "middle" }) : "",
    ),
    ...points.map(({ x, text }, i) =>
      isLabelled(plot, i) ? textAt(text, scale.x(x), bottom + 36, { ...LABEL, anchor: "middle" }) : "",
    ),
  ].join("");
}

/** `axisText` writes a number of the upright axis. */
export function linesSvg(
  plot: LinePlot,
  settings: { language: string; note: string; axisText: (value: number) => string },
): string {
  return picture(plot, settings, (top) => {
    const start = top + plot.marks.length * MARK_STEP_PX;
    return { svg: drawn(plot, start, settings.axisText), bottom: start + HEIGHT + 42 };
  });
}
