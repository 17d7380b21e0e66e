/** A report as a PDF file: tagged, with bookmarks, its text can be searched, and the same bytes for the same report. */
import { bytesOf, newPdf, type PdfProperties } from "../../io/pdf/document.ts";
import { barsBlock, barsHeight } from "./barsBlock.ts";
import type { Block, ReportText } from "./blocks.ts";
import { coverPage } from "./coverPage.ts";
import { dotsBlock, dotsHeight } from "./dotsBlock.ts";
import { Sheet } from "./sheet.ts";
import { tableBlock } from "./tableBlock.ts";
import { keyFiguresBlock, listBlock, noticeBlock, textBlock, textHeight } from "./textBlocks.ts";

function draw(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case "table":
      return tableBlock(sheet, block);
    case "bars":
      return barsBlock(sheet, block);
    case "dots":
      return dotsBlock(sheet, block);
    case "keyFigures":
      return keyFiguresBlock(sheet, block.items);
    case "list":
      return listBlock(sheet, block.items);
    case "notice":
      return noticeBlock(sheet, block.text);
    case "section":
    case "heading":
    case "lead":
    case "paragraph":
    case "note":
      return textBlock(sheet, block.kind, block.text);
  }
}

const isText = (block: Block): block is Extract<Block, { text: string }> => "text" in block;
/** A text as long as this may be parted from its heading's end. */
const MOST_TOGETHER = 200;
/** Room for the first lines of what is no bars and no text. */
const BEGINNING = 90;

/** How much must fit on a page with a heading: what follows it, up to the first figure or the first few lines. */
function heightTogether(sheet: Sheet, blocks: readonly Block[], heading: number): number {
  let height = 0;
  for (const block of blocks.slice(heading)) {
    if (block.kind === "bars") return height + barsHeight(sheet, block);
    if (block.kind === "dots") return height + dotsHeight(block);
    if (!isText(block) || block.kind === "notice") return height + BEGINNING;
    height += textHeight(sheet, block.kind, block.text);
    if (height > MOST_TOGETHER) return height;
  }
  return height;
}

/** @param running what stands at the top of every page but the first */
export async function reportPdf(
  properties: PdfProperties,
  running: string,
  { cover, blocks }: ReportText,
): Promise<Uint8Array> {
  const pdf = newPdf(properties);
  const bytes = bytesOf(pdf);
  const sheet = new Sheet(pdf, running);
  coverPage(sheet, cover);
  sheet.nextPage();
  blocks.forEach((block, i) => {
    if (block.kind === "section" || block.kind === "heading") sheet.need(heightTogether(sheet, blocks, i));
    draw(sheet, block);
  });
  sheet.end();
  pdf.end();
  return bytes;
}
