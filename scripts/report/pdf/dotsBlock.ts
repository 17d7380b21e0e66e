/** Dots with intervals on 0 to 100 %, each row beside the result that it is compared with. */
import type { DotRow } from "#survey/presentation/charts/plot.ts";
import type { DotsBlock } from "./blocks.ts";
import { COLOURS, MARGIN, WIDTH, type Look, type Sheet } from "./sheet.ts";

const NAME_WIDTH = WIDTH * 0.34;
const TEXT_WIDTH = WIDTH * 0.17;
const GAP = 12;
const AXIS_X = MARGIN + NAME_WIDTH + GAP;
const AXIS_WIDTH = WIDTH - NAME_WIDTH - TEXT_WIDTH - 2 * GAP;
const ROW = 20;
const LOOK: Look = { size: 8.5, lineGap: 0 };
const RADIUS = 3.4;
const TICKS = [0, 25, 50, 75, 100];

const at = (percent: number): number => AXIS_X + (percent / 100) * AXIS_WIDTH;

export const dotsHeight = ({ plot }: DotsBlock): number => plot.rows.length * ROW + 30;

export function dotsBlock(sheet: Sheet, block: DotsBlock): void {
  const { plot } = block;
  sheet.need(dotsHeight(block));
  sheet.y += 10;
  axis(sheet, plot.rows.length);
  for (const row of plot.rows) dotRow(sheet, row);
  sheet.y += 6;
}

function axis(sheet: Sheet, rows: number): void {
  sheet.artifact("Layout", () => {
    const top = sheet.y + 12;
    for (const tick of TICKS) {
      sheet.write(tick === 100 ? "100 %" : String(tick), at(tick) - 15, sheet.y, 30, {
        size: 7.5,
        colour: COLOURS.muted,
        align: "center",
      });
      sheet.pdf
        .moveTo(at(tick), top)
        .lineTo(at(tick), top + rows * ROW)
        .lineWidth(0.5)
        .stroke(COLOURS.line);
    }
  });
  sheet.y += 12;
}

function dotRow(sheet: Sheet, row: DotRow): void {
  sheet.need(ROW);
  const middle = sheet.y + ROW / 2;
  const line = (text: string, x: number, width: number): void => {
    const height = sheet.heightOf(text, width, LOOK);
    sheet.tag("P", () => void sheet.write(text, x, middle - height / 2, width, LOOK));
  };
  line(row.name, MARGIN, NAME_WIDTH);
  sheet.tag("Figure", () => drawing(sheet, row, middle), {
    alt: `${row.name}: ${row.text}`,
    bbox: [AXIS_X, sheet.y, AXIS_X + AXIS_WIDTH, sheet.y + ROW],
  });
  line(row.text, AXIS_X + AXIS_WIDTH + GAP, TEXT_WIDTH);
  sheet.y += ROW;
}

function drawing(sheet: Sheet, { dot, reference, uncertain, withheld }: DotRow, middle: number): void {
  const { pdf } = sheet;
  if (!dot) {
    if (!withheld) return;
    pdf
      .rect(AXIS_X, middle - 5, AXIS_WIDTH, 10)
      .lineWidth(0.6)
      .dash(3, { space: 3 })
      .stroke(COLOURS.control)
      .undash();
    return;
  }
  if (reference) {
    const [low, high] = reference.limits ?? [reference.estimate, reference.estimate];
    pdf.rect(at(low), middle - 7, Math.max(1, at(high) - at(low)), 14).fill("#d5dde3");
    pdf
      .moveTo(at(reference.estimate), middle - 7)
      .lineTo(at(reference.estimate), middle + 7)
      .lineWidth(1.2)
      .stroke(COLOURS.control);
  }
  if (dot.limits) {
    pdf
      .moveTo(at(dot.limits[0]), middle)
      .lineTo(at(dot.limits[1]), middle)
      .lineWidth(1.6)
      .stroke(COLOURS.accent);
  }
  const circle = pdf.circle(at(dot.estimate), middle, RADIUS).lineWidth(1.4);
  if (uncertain) circle.fillAndStroke(COLOURS.white, COLOURS.accent);
  else circle.fillAndStroke(COLOURS.accent, COLOURS.accent);
}
