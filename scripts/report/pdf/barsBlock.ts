/** Diverging stacked bars: negative answers to the left, positive to the right, a number on every segment. */
import { divergingBar, type BarScale, type Distribution } from "#survey/presentation/divergingBar.ts";
import { BOLD } from "../../io/pdf/faces.ts";
import type { BarRow, BarsBlock } from "./blocks.ts";
import { COLOURS, MARGIN, ON_SCALE, SCALE, WIDTH, type Look, type Sheet } from "./sheet.ts";

const NAME_WIDTH = WIDTH * 0.34;
const BESIDE_WIDTH = WIDTH * 0.21;
const GAP = 12;
const BAR_X = MARGIN + NAME_WIDTH + GAP;
const BAR_WIDTH = WIDTH - NAME_WIDTH - BESIDE_WIDTH - 2 * GAP;
const BAR_HEIGHT = 16;
const NAME: Look = { size: 9, lineGap: 1 };
const STRONG: Look = { size: 9, face: BOLD, lineGap: 1 };
const SMALL: Look = { size: 8, colour: COLOURS.muted, lineGap: 1 };
const NUMBER = 7.5;
const SQUARE = 8;
const LEGEND_HEIGHT = 42;
const BETWEEN = 8;

/** Bars that belong together are not parted, nor from the legend that explains them. */
export const barsHeight = (sheet: Sheet, { rows }: BarsBlock): number =>
  rows.reduce((sum, row) => sum + heightOf(sheet, row) + BETWEEN, LEGEND_HEIGHT);

export function barsBlock(sheet: Sheet, block: BarsBlock): void {
  const { answers, scale, rows } = block;
  sheet.need(barsHeight(sheet, block));
  legend(sheet, answers);
  for (const row of rows) barRow(sheet, row, scale);
}

/** The answers in the order of the segments: worst to the left. */
function legend(sheet: Sheet, answers: readonly string[]): void {
  sheet.y += 10;
  sheet.tag("P", () => {
    let x = MARGIN;
    answers
      .map((text, i) => ({ text, i }))
      .toReversed()
      .forEach(({ text, i }) => {
        const width = sheet.pdf.font("regular", 8).widthOfString(text);
        if (x + SQUARE + 4 + width > MARGIN + WIDTH) {
          x = MARGIN;
          sheet.y += 13;
        }
        sheet.pdf
          .rect(x, sheet.y + 1, SQUARE, SQUARE)
          .lineWidth(0.7)
          .fillAndStroke(SCALE[i] ?? COLOURS.line, COLOURS.ink);
        sheet.write(text, x + SQUARE + 4, sheet.y, width + 2, { size: 8 });
        x += SQUARE + 4 + width + 14;
      });
  });
  sheet.y += 20;
}

function heightOf(sheet: Sheet, { name, beside }: BarRow): number {
  const side = beside.map((line, i) => sheet.heightOf(line, BESIDE_WIDTH, i === 0 ? STRONG : SMALL));
  return Math.max(
    sheet.heightOf(name, NAME_WIDTH, NAME),
    side.reduce((sum, height) => sum + height, 0),
    BAR_HEIGHT + 2 * NUMBER,
  );
}

function barRow(sheet: Sheet, row: BarRow, scale: BarScale): void {
  const height = heightOf(sheet, row);
  const middle = sheet.y + height / 2;
  sheet.tag("P", () => {
    const own = sheet.heightOf(row.name, NAME_WIDTH, NAME);
    sheet.write(row.name, MARGIN, middle - own / 2, NAME_WIDTH, NAME);
  });
  const box = [BAR_X, sheet.y, BAR_X + BAR_WIDTH, sheet.y + height] as const;
  sheet.tag(
    "Figure",
    () => {
      if (row.distribution) bar(sheet, row.distribution, scale, middle);
      else if (row.withheld) withheld(sheet, middle);
    },
    { alt: row.alt, bbox: box },
  );
  sheet.tag("P", () => {
    const lines = row.beside.map((text, i) => ({ text, look: i === 0 ? STRONG : SMALL }));
    const x = BAR_X + BAR_WIDTH + GAP;
    const total = lines.reduce((sum, { text, look }) => sum + sheet.heightOf(text, BESIDE_WIDTH, look), 0);
    let y = middle - total / 2;
    for (const { text, look } of lines) y = sheet.write(text, x, y, BESIDE_WIDTH, look);
  });
  sheet.y += height + BETWEEN;
}

/** The place of a percent of the width of the drawing. */
const at = (percent: number): number => BAR_X + (percent / 100) * BAR_WIDTH;

function bar(sheet: Sheet, distribution: Distribution, scale: BarScale, middle: number): void {
  const { zero, segments } = divergingBar(distribution, scale);
  const { pdf } = sheet;
  const top = middle - BAR_HEIGHT / 2;
  for (const { code, x, width } of segments) {
    pdf
      .rect(at(x), top, (width / 100) * BAR_WIDTH, BAR_HEIGHT)
      .lineWidth(0.7)
      .fillAndStroke(SCALE[code - 1] ?? COLOURS.line, COLOURS.ink);
  }
  // The mark of zero stands above and below the bar: a number stands in it.
  for (const [from, to] of [
    [top - 5, top],
    [top + BAR_HEIGHT, top + BAR_HEIGHT + 5],
  ] as const)
    pdf.moveTo(at(zero), from).lineTo(at(zero), to).lineWidth(1).stroke(COLOURS.ink);
  for (const { code, share, label } of segments) {
    const text = String(share);
    const width = pdf.font("regular", NUMBER).widthOfString(text) + 1;
    const inside = label.at === "inside";
    const left = { inside: width / 2, above: width / 2, below: width / 2, before: width + 3, after: -3 }[
      label.at
    ];
    const y = { above: top - NUMBER - 2, below: top + BAR_HEIGHT + 1 }[label.at as string] ?? middle - 4.4;
    sheet.write(text, at(label.x) - left, y, width, {
      size: NUMBER,
      lineGap: 0,
      colour: inside ? (ON_SCALE[code - 1] ?? COLOURS.ink) : COLOURS.ink,
    });
  }
}

/** The same for every bar that is withheld, whatever it hides. */
function withheld(sheet: Sheet, middle: number): void {
  sheet.pdf
    .rect(BAR_X, middle - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT)
    .lineWidth(0.7)
    .dash(3, { space: 3 })
    .stroke(COLOURS.control)
    .undash();
}
