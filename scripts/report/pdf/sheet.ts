/** The pages of a report: where the next thing stands, what it is for a screen reader, what stands on every page. */
import { A4, mm, type Pdf } from "../../io/pdf/document.ts";
import { BOLD, REGULAR } from "../../io/pdf/faces.ts";

export const MARGIN = mm(18);
export const TOP = mm(22);
export const BOTTOM = A4.height - mm(20);
export const WIDTH = A4.width - 2 * MARGIN;

/** Text on white is at least 7:1, lines and fills that carry meaning at least 3:1 (site/styles/tokens.css). */
export const COLOURS = {
  ink: "#112233",
  muted: "#334455",
  line: "#b9c4cd",
  control: "#556677",
  surface: "#f1f5f8",
  accent: "#005577",
  white: "#ffffff",
} as const;

/** Codes 1 (best) to 5 and the ink that can be read on them. */
export const SCALE = ["#0b3d91", "#5b9bd5", "#c8c8c8", "#e8985e", "#a63a00"] as const;
export const ON_SCALE = ["#ffffff", "#0b1420", "#0b1420", "#0b1420", "#ffffff"] as const;

export type Face = typeof REGULAR | typeof BOLD;

export interface Look {
  face?: Face;
  size: number;
  colour?: string;
  align?: "left" | "right" | "center";
  lineGap?: number;
}

export interface TagOptions {
  alt?: string;
  /** Left, top, right, bottom of a figure, points from the top left corner. */
  bbox?: readonly [number, number, number, number];
  /** What a heading of a table is the heading of. */
  scope?: "Row" | "Column";
}

type Element = PDFKit.PDFStructureElement;

export class Sheet {
  readonly pdf: Pdf;
  y: number = TOP;
  readonly #root: Element;
  readonly #running: string;
  #page = 0;

  /** @param running what stands at the top of every page but the first */
  constructor(pdf: Pdf, running: string) {
    this.pdf = pdf;
    this.#running = running;
    this.#root = pdf.struct("Document");
    pdf.addStructure(this.#root);
    this.nextPage();
  }

  end(): void {
    this.#root.end();
  }

  nextPage(): void {
    this.pdf.addPage();
    this.#page += 1;
    this.y = TOP;
    if (this.#page === 1) return;
    this.artifact("Pagination", () => {
      const look = { size: 8, colour: COLOURS.muted };
      this.write(this.#running, MARGIN, mm(11), WIDTH, look);
      this.write(`Side ${this.#page}`, MARGIN, A4.height - mm(13), WIDTH, { ...look, align: "right" });
      this.pdf
        .moveTo(MARGIN, mm(16))
        .lineTo(MARGIN + WIDTH, mm(16))
        .lineWidth(0.5)
        .stroke(COLOURS.line);
    });
  }

  /** Begins a new page when less than this is left. Tells whether it did. */
  need(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.nextPage();
    return true;
  }

  get left(): number {
    return BOTTOM - this.y;
  }

  /** An element in the page's tags; what is drawn in it is read out as one. */
  tag(name: string, draw: () => void, options: TagOptions = {}, parent: Element = this.#root): void {
    parent.add(this.pdf.struct(name, structOptions(options), draw));
  }

  /** An element that holds others; it must be ended. */
  group(name: string, parent: Element = this.#root): Element {
    const element = this.pdf.struct(name);
    parent.add(element);
    return element;
  }

  /** What no screen reader needs to read. */
  artifact(type: "Pagination" | "Layout", draw: () => void): void {
    this.pdf.markContent("Artifact", { type });
    draw();
    this.pdf.endMarkedContent();
  }

  heightOf(text: string, width: number, { face = REGULAR, size, lineGap = 1.5 }: Look): number {
    return this.pdf.font(face, size).heightOfString(text, { width, lineGap });
  }

  /** Sets a text and tells where it ends; the place of the next thing is the caller's to move. */
  write(text: string, x: number, y: number, width: number, look: Look): number {
    const { face = REGULAR, size, colour = COLOURS.ink, align = "left", lineGap = 1.5 } = look;
    this.pdf.font(face, size).fillColor(colour).text(text, x, y, { width, align, lineGap });
    return this.pdf.y;
  }
}

/** pdfkit knows more options than its types. */
function structOptions({ alt, bbox, scope }: TagOptions): object {
  return {
    ...(alt === undefined ? {} : { alt }),
    ...(bbox === undefined ? {} : { bbox: [...bbox] }),
    ...(scope === undefined ? {} : { scope }),
  };
}
