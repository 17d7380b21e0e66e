/** Headings, paragraphs, lists and key figures on a sheet. */
import { BOLD } from "../../io/pdf/faces.ts";
import type { KeyFigure } from "./blocks.ts";
import { COLOURS, MARGIN, TOP, WIDTH, type Look, type Sheet } from "./sheet.ts";

const LOOKS = {
  section: { tag: "H2", look: { face: BOLD, size: 17, colour: COLOURS.accent }, before: 22 },
  heading: { tag: "H3", look: { face: BOLD, size: 11.5 }, before: 14 },
  lead: { tag: "P", look: { face: BOLD, size: 11, lineGap: 2.5 }, before: 7 },
  paragraph: { tag: "P", look: { size: 9.5, lineGap: 2.5 }, before: 5 },
  note: { tag: "P", look: { size: 8, colour: COLOURS.muted }, before: 6 },
} as const satisfies Record<string, { tag: string; look: Look; before: number }>;

type TextKind = keyof typeof LOOKS;

export const textHeight = (sheet: Sheet, kind: TextKind, text: string): number =>
  LOOKS[kind].before + sheet.heightOf(text, WIDTH, LOOKS[kind].look);

export function textBlock(sheet: Sheet, kind: TextKind, text: string): void {
  const { tag, look, before } = LOOKS[kind];
  sheet.need(textHeight(sheet, kind, text));
  if (sheet.y > TOP) sheet.y += before;
  if (kind === "section") sheet.pdf.outline.addItem(text);
  sheet.tag(tag, () => {
    sheet.y = sheet.write(text, MARGIN, sheet.y, WIDTH, look);
  });
}

const BULLET = 12;

export function listBlock(sheet: Sheet, items: readonly string[]): void {
  const look: Look = { size: 9.5, lineGap: 2 };
  const list = sheet.group("L");
  for (const text of items) {
    sheet.need(sheet.heightOf(text, WIDTH - BULLET, look) + 3);
    sheet.y += 3;
    const item = sheet.group("LI", list);
    sheet.tag("Lbl", () => void sheet.write("•", MARGIN, sheet.y, BULLET, look), {}, item);
    sheet.tag(
      "LBody",
      () => {
        sheet.y = sheet.write(text, MARGIN + BULLET, sheet.y, WIDTH - BULLET, look);
      },
      {},
      item,
    );
    item.end();
  }
  list.end();
}

const PAD = 8;

/** A text in a box that nobody overlooks. */
export function noticeBlock(sheet: Sheet, text: string): void {
  const look: Look = { size: 9.5, lineGap: 2 };
  const height = sheet.heightOf(text, WIDTH - 2 * PAD - 4, look) + 2 * PAD;
  sheet.need(height + 8);
  sheet.y += 8;
  sheet.artifact("Layout", () => {
    sheet.pdf.rect(MARGIN, sheet.y, WIDTH, height).fill(COLOURS.surface);
    sheet.pdf.rect(MARGIN, sheet.y, 3, height).fill(COLOURS.accent);
  });
  sheet.tag("P", () => void sheet.write(text, MARGIN + PAD + 4, sheet.y + PAD, WIDTH - 2 * PAD - 4, look));
  sheet.y += height + 4;
}

const GAP = 10;
const BOX_HEIGHT = 74;

/** Numbers that stand large beside each other, each with what it counts. */
export function keyFiguresBlock(sheet: Sheet, items: readonly KeyFigure[]): void {
  if (items.length === 0) return;
  sheet.need(BOX_HEIGHT + 14);
  sheet.y += 10;
  const width = (WIDTH - GAP * (items.length - 1)) / items.length;
  items.forEach(({ value, label }, i) => {
    const x = MARGIN + i * (width + GAP);
    sheet.artifact("Layout", () => void sheet.pdf.rect(x, sheet.y, width, BOX_HEIGHT).fill(COLOURS.surface));
    let below = 0;
    sheet.tag("P", () => {
      below = sheet.write(value, x + PAD, sheet.y + PAD, width - 2 * PAD, {
        face: BOLD,
        size: 20,
        colour: COLOURS.accent,
      });
    });
    sheet.tag("P", () => void sheet.write(label, x + PAD, below, width - 2 * PAD, { size: 8.5 }));
  });
  sheet.y += BOX_HEIGHT + 4;
}
