/** Dots with intervals as an SVG picture. */
import type { Dot, DotPlot, DotRow } from "../plot.ts";
import { MARGIN, picture, WIDTH } from "./picture.ts";
import { DOT, LINE, MUTED, REFERENCE, round, textAt, wrapped, type TextStyle } from "./text.ts";

const NAME: TextStyle = { size: 14 };
const NUMBERS: TextStyle = { size: 13, fill: MUTED };
const AXIS: TextStyle = { size: 12, fill: MUTED, anchor: "middle" };
const NAME_WIDTH = 238;
const NUMBERS_AT = MARGIN + NAME_WIDTH + 8;
const LEFT = 424;
const RIGHT = WIDTH - MARGIN - 16;
const LINE_PX = 18;
const ROW_PADDING_PX = 10;
const STRIP_HALF_PX = 9;
const CAP_PX = 5;
const TICKS = [0, 25, 50, 75, 100];

const across = (percent: number): number => LEFT + (percent / 100) * (RIGHT - LEFT);

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 2): string =>
  `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${stroke}" stroke-width="${width}" fill="none"/>`;

/** A strip as wide as the interval, with a line at the estimate. */
function reference({ estimate, limits }: Dot, top: number, bottom: number): string {
  const x = across(estimate);
  const middle = line(x, top, x, bottom, REFERENCE);
  if (!limits) return middle;
  const [low, high] = [across(limits[0]), across(limits[1])];
  return `<rect x="${round(low)}" y="${round(top)}" width="${round(high - low)}" height="${round(bottom - top)}" fill="${REFERENCE}" fill-opacity=".3"/>${middle}`;
}

function mark({ dot, uncertain }: DotRow, y: number): string {
  if (!dot) return "";
  const [low, high] = dot.limits?.map(across) ?? [];
  const interval =
    low === undefined || high === undefined
      ? ""
      : line(low, y, high, y, DOT) + [low, high].map((x) => line(x, y - CAP_PX, x, y + CAP_PX, DOT)).join("");
  const fill = uncertain ? "#ffffff" : DOT;
  return `${interval}<circle cx="${round(across(dot.estimate))}" cy="${round(y)}" r="6" fill="${fill}" stroke="${DOT}" stroke-width="2"/>`;
}

/** The whole lane, in dashes: the same for every withheld result. */
const withheldLane = (y: number): string =>
  `<rect x="${LEFT}" y="${round(y - 7)}" width="${RIGHT - LEFT}" height="14" rx="3" fill="none" stroke="${MUTED}" stroke-dasharray="4 4"/>`;

function rowAt(row: DotRow, top: number): { svg: string; bottom: number } {
  const lines = wrapped(row.name, NAME_WIDTH, NAME.size ?? 14);
  const height = lines.length * LINE_PX + ROW_PADDING_PX;
  const y = top + height / 2;
  const first = y - ((lines.length - 1) * LINE_PX) / 2 + 5;
  const names = lines.map((text, i) => textAt(text, MARGIN, first + i * LINE_PX, NAME)).join("");
  const svg = [
    names,
    textAt(row.text, NUMBERS_AT, y + 5, NUMBERS),
    row.reference ? reference(row.reference, y - STRIP_HALF_PX, y + STRIP_HALF_PX) : "",
    row.withheld ? withheldLane(y) : mark(row, y),
  ].join("");
  return { svg, bottom: top + height };
}

/** `unit` is what stands after the numbers of the axis: `" %"` or `"%"`. */
export function dotsSvg(plot: DotPlot, settings: { language: string; note: string; unit: string }): string {
  return picture(plot, settings, (top) => {
    const rows: string[] = [];
    let y = top;
    for (const row of plot.rows) {
      const { svg, bottom } = rowAt(row, y);
      rows.push(svg);
      y = bottom;
    }
    const grid = TICKS.map((tick) => line(across(tick), top, across(tick), y, LINE, 1)).join("");
    const axis = TICKS.map((tick) => textAt(`${tick}${settings.unit}`, across(tick), y + 18, AXIS)).join("");
    const all = plot.all ? reference(plot.all, top, y) : "";
    return { svg: [grid, all, ...rows, axis].join(""), bottom: y + 22 };
  });
}
