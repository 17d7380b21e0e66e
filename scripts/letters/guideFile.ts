/** `vejledning.docx`: the municipality's guide as a Word file. */
import { Document, HeadingLevel, Paragraph } from "docx";
import { guideBlocks, type GuideBlock, type GuideContext } from "./guideText.ts";
import { wordFile } from "./wordFile.ts";
import { A4, STEPS, WORD_STYLE } from "./wordStyle.ts";

/** `list` counts the numbered lists, so that each starts at 1. */
function paragraphOf({ kind, text }: GuideBlock, list: number): Paragraph {
  if (kind === "title") return new Paragraph({ heading: HeadingLevel.TITLE, text });
  if (kind === "heading") return new Paragraph({ heading: HeadingLevel.HEADING_1, text });
  if (kind === "bullet") return new Paragraph({ bullet: { level: 0 }, text });
  if (kind === "step")
    return new Paragraph({ numbering: { reference: STEPS, level: 0, instance: list }, text });
  return new Paragraph({ text });
}

export function guideFile(context: GuideContext, writtenOn: string): Promise<Uint8Array> {
  let list = 0;
  const children = guideBlocks(context).map((block) => {
    if (block.kind === "heading") list += 1;
    return paragraphOf(block, list);
  });
  const document = new Document({ ...WORD_STYLE, sections: [{ properties: { page: A4 }, children }] });
  return wordFile(document, `Vejledning til ${context.municipality}`, writtenOn);
}
