/** The first page of a report. */
import { A4, mm } from "../../io/pdf/document.ts";
import { BOLD } from "../../io/pdf/faces.ts";
import type { Cover } from "./blocks.ts";
import { COLOURS, MARGIN, WIDTH, type Sheet } from "./sheet.ts";
import { keyFiguresBlock, noticeBlock, textBlock } from "./textBlocks.ts";

const BAND = mm(112);

export function coverPage(sheet: Sheet, cover: Cover): void {
  const { pdf } = sheet;
  sheet.artifact("Layout", () => void pdf.rect(0, 0, A4.width, BAND).fill(COLOURS.accent));
  let y = mm(38);
  const white = COLOURS.white;
  sheet.tag("P", () => {
    y = sheet.write(cover.title, MARGIN, y, WIDTH, { size: 13, colour: white }) + 10;
  });
  sheet.tag("H1", () => {
    y = sheet.write(cover.name, MARGIN, y, WIDTH, { face: BOLD, size: 34, colour: white }) + 8;
  });
  sheet.tag("P", () => void sheet.write(cover.period, MARGIN, y, WIDTH, { size: 15, colour: white }));
  sheet.y = BAND + mm(10);
  textBlock(sheet, "paragraph", cover.about);
  sheet.y += 6;
  keyFiguresBlock(sheet, cover.keyFigures);
  sheet.y += 10;
  for (const finding of cover.findings) {
    sheet.y += 3;
    textBlock(sheet, "lead", finding);
  }
  sheet.y += 10;
  if (cover.notice !== null) noticeBlock(sheet, cover.notice);
  sheet.y = A4.height - mm(24) - 13 * cover.source.length;
  for (const line of cover.source) textBlock(sheet, "note", line);
}
