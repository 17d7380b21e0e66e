/** Plain documents as PDF: headings, paragraphs, numbered and dotted lists, tagged, over as many pages as they take. */
import { A4, bytesOf, mm, newPdf, type Pdf, type PdfProperties } from "./document.ts";
import { BOLD, REGULAR } from "./faces.ts";

export interface FlowBlock {
  kind: "title" | "heading" | "paragraph" | "step" | "bullet";
  text: string;
}

const MARGIN = mm(18);
const WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - mm(15);
const INDENT = 18;
const LINE_GAP = 1.8;

interface Look {
  tag: string;
  font: typeof REGULAR | typeof BOLD;
  size: number;
  before: number;
}

const LOOKS: Record<FlowBlock["kind"], Look> = {
  title: { tag: "H1", font: BOLD, size: 17, before: 0 },
  heading: { tag: "H2", font: BOLD, size: 12, before: 12 },
  paragraph: { tag: "P", font: REGULAR, size: 10, before: 5 },
  step: { tag: "LBody", font: REGULAR, size: 10, before: 4 },
  bullet: { tag: "LBody", font: REGULAR, size: 10, before: 3 },
};

/** The bytes of the document. */
export async function flowPdf(properties: PdfProperties, blocks: readonly FlowBlock[]): Promise<Uint8Array> {
  const pdf = newPdf(properties);
  const bytes = bytesOf(pdf);
  new FlowDocument(pdf).add(blocks);
  pdf.end();
  return bytes;
}

class FlowDocument {
  readonly #pdf: Pdf;
  readonly #root: PDFKit.PDFStructureElement;
  #y = BOTTOM;
  #list: { kind: FlowBlock["kind"]; element: PDFKit.PDFStructureElement; items: number } | null = null;

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
    this.#root = pdf.struct("Document");
    pdf.addStructure(this.#root);
    this.#nextPage();
  }

  add(blocks: readonly FlowBlock[]): void {
    blocks.forEach((block, i) => {
      this.#makeRoom(block, blocks[i + 1]);
      if (block.kind === "step" || block.kind === "bullet") this.#item(block);
      else this.#text(block);
    });
    this.#list?.element.end();
    this.#root.end();
  }

  #nextPage(): void {
    this.#pdf.addPage();
    this.#y = MARGIN;
  }

  /** A heading stands on the page of what follows it. */
  #makeRoom(block: FlowBlock, next: FlowBlock | undefined): void {
    const height = this.#heightOf(block) + (block.kind === "heading" && next ? this.#heightOf(next) : 0);
    if (this.#y + height > BOTTOM) this.#nextPage();
    else if (this.#y > MARGIN) this.#y += LOOKS[block.kind].before;
  }

  #heightOf({ kind, text }: FlowBlock): number {
    const { font, size, before } = LOOKS[kind];
    const width = kind === "step" || kind === "bullet" ? WIDTH - INDENT : WIDTH;
    return before + this.#pdf.font(font, size).heightOfString(text, { width, lineGap: LINE_GAP });
  }

  #text({ kind, text }: FlowBlock): void {
    this.#list?.element.end();
    this.#list = null;
    const { tag } = LOOKS[kind];
    this.#root.add(this.#pdf.struct(tag, {}, () => this.#set(kind, text, MARGIN, WIDTH)));
  }

  #item({ kind, text }: FlowBlock): void {
    if (this.#list?.kind !== kind) {
      this.#list?.element.end();
      const element = this.#pdf.struct("L");
      this.#root.add(element);
      this.#list = { kind, element, items: 0 };
    }
    this.#list.items += 1;
    const label = kind === "step" ? `${this.#list.items}.` : "•";
    const y = this.#y;
    const item = this.#pdf.struct("LI");
    this.#list.element.add(item);
    item.add(this.#pdf.struct("Lbl", {}, () => this.#set(kind, label, MARGIN, INDENT)));
    this.#y = y;
    item.add(this.#pdf.struct("LBody", {}, () => this.#set(kind, text, MARGIN + INDENT, WIDTH - INDENT)));
    item.end();
  }

  #set(kind: FlowBlock["kind"], text: string, x: number, width: number): void {
    const { font, size } = LOOKS[kind];
    this.#pdf.font(font, size).fillColor("#111111").text(text, x, this.#y, { width, lineGap: LINE_GAP });
    this.#y = this.#pdf.y;
  }
}
