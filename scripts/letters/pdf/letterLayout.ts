/** Where each piece of a letter stands. Pieces that are the same in every letter are told from those of one person. */
import type { LetterBlock } from "#survey/texts/letters.da.ts";
import { A4, mm, type Pdf } from "../../io/pdf/document.ts";
import { BOLD, REGULAR } from "../../io/pdf/faces.ts";
import type { Tag } from "../../io/pdf/structure.ts";
import { BODY_BOTTOM, BODY_TOP, MARGIN, SENDER_LEFT, SENDER_TOP } from "./envelope.ts";

type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Piece {
  tag: Tag;
  /** The number of the step that it belongs to; null outside the steps. */
  item: number | null;
  /** With merge fields `«Link»` where it is of one person; `qr` is the picture of the link. */
  text: string;
  look: Look;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Opened by a click; may be a merge field. */
  url?: string;
}

export interface Layout {
  pieces: Piece[];
  /** The line around the steps, on the page it is on. */
  frame: { page: number; box: Box };
  pages: number;
}

export interface Look {
  font: typeof REGULAR | typeof BOLD;
  size: number;
  color: string;
  /** Space before, in points; none at the top of a page. */
  before: number;
  indent: number;
}

const INK = "#111111";
const LINK = "#0b3d6b";
const LINE_GAP = 2.4;
const PAD = 9;
const QR_SIZE = mm(38);
const INDENT = 14;

const LOOKS = {
  sender: { font: BOLD, size: 10.5, color: INK, before: 0, indent: 0 },
  date: { font: REGULAR, size: 9.5, color: "#333333", before: 3, indent: 0 },
  title: { font: BOLD, size: 16.5, color: INK, before: 0, indent: 0 },
  heading: { font: BOLD, size: 12, color: INK, before: 14, indent: 0 },
  paragraph: { font: REGULAR, size: 10.5, color: INK, before: 7, indent: 0 },
  step: { font: REGULAR, size: 10.5, color: INK, before: 7, indent: 0 },
  link: { font: REGULAR, size: 10, color: LINK, before: 3, indent: INDENT },
  code: { font: BOLD, size: 16, color: INK, before: 3, indent: INDENT },
  address: { font: REGULAR, size: 10.5, color: LINK, before: 1, indent: 0 },
} as const satisfies Record<string, Look>;

const TAGS: Record<LetterBlock["kind"], Tag> = {
  title: "H1",
  heading: "H2",
  paragraph: "P",
  step: "P",
  key: "P",
};

/** A sentence that ends in an address: the address goes on a line of its own, which a finger can hit. */
const ENDS_IN_ADDRESS = /^(.*?:) (https?:\S+)$/;
export const QR = "«QR»";
const LINK_FIELD = "«Link»";

interface Text {
  tag: Tag;
  text: string;
  look: Look;
  url?: string;
  item: number | null;
}

/** The texts of the letter in reading order; steps are numbered. */
function textsOf(blocks: readonly LetterBlock[]): Text[] {
  let steps = 0;
  return blocks.flatMap(({ kind, text }): Text[] => {
    if (kind === "step") steps += 1;
    const item = kind === "step" || kind === "key" ? steps : null;
    if (kind === "step") return [{ tag: "P", text: `${steps}. ${text}`, look: LOOKS.step, item }];
    if (kind === "key") {
      return text === LINK_FIELD
        ? [
            { tag: "Link", text, look: LOOKS.link, url: LINK_FIELD, item },
            { tag: "Figure", text: QR, look: LOOKS.link, item },
          ]
        : [{ tag: "P", text, look: LOOKS.code, item }];
    }
    const [, sentence, url] = ENDS_IN_ADDRESS.exec(text) ?? [];
    if (sentence === undefined || url === undefined)
      return [{ tag: TAGS[kind], text, look: LOOKS[kind], item }];
    return [
      { tag: "P", text: sentence, look: LOOKS.paragraph, item },
      { tag: "Link", text: url, look: LOOKS.address, url, item },
    ];
  });
}

const WIDTH = A4.width - 2 * MARGIN;
const STEP_WIDTH = WIDTH - 2 * PAD - QR_SIZE;
const widthFor = ({ item, look }: Text): number => (item === null ? WIDTH : STEP_WIDTH) - look.indent;

/** Sets a text at its place on the page at hand and tells its height. */
export function heightOf(pdf: Pdf, text: string, { font, size }: Look, width: number): number {
  return pdf.font(font, size).heightOfString(text, { width, lineGap: LINE_GAP });
}

export const textOptions = (width: number): { width: number; lineGap: number } => ({
  width,
  lineGap: LINE_GAP,
});

/** Places the letter, below the address zone on the first page. A page must be open, to measure on. */
export function layOut(
  pdf: Pdf,
  head: { sender: string; date: string },
  blocks: readonly LetterBlock[],
): Layout {
  const flow = new Flow(pdf);
  flow.aside(head.sender, LOOKS.sender);
  flow.aside(head.date, LOOKS.date);
  const texts = textsOf(blocks);
  texts.forEach((text, i) => {
    if (text.tag === "H2") flow.keepTogether(sectionAt(texts, i));
    flow.add(text);
  });
  return flow.layout();
}

/** A heading and what stands under it. */
function sectionAt(texts: readonly Text[], heading: number): Text[] {
  const next = texts.findIndex(({ tag }, i) => i > heading && tag === "H2");
  return texts.slice(heading, next < 0 ? undefined : next);
}

class Flow {
  readonly #pdf: Pdf;
  readonly #pieces: Piece[] = [];
  #page = 0;
  #y: number = BODY_TOP;
  #aside: number = SENDER_TOP;
  #frame: Layout["frame"] | null = null;
  /** Where the first step stands, while the steps are placed. */
  #stepsFrom: number | null = null;
  #frameTop = 0;

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** A line of the block at the top right. */
  aside(text: string, look: Look): void {
    const width = A4.width - MARGIN - SENDER_LEFT;
    const height = heightOf(this.#pdf, text, look, width);
    this.#aside += look.before;
    this.#pieces.push({
      tag: "P",
      item: null,
      text,
      look,
      page: 0,
      x: SENDER_LEFT,
      y: this.#aside,
      width,
      height,
    });
    this.#aside += height;
  }

  /** A section that does not fit on the rest of the page begins on the next one. */
  keepTogether(section: readonly Text[]): void {
    const heights = section.map((text) => (text.text === QR ? 0 : text.look.before + this.#heightOf(text)));
    if (this.#y + heights.reduce((sum, height) => sum + height, 0) > BODY_BOTTOM) this.#nextPage();
  }

  add(text: Text): void {
    if (text.item !== null && this.#stepsFrom === null) this.#openFrame();
    if (text.item === null && this.#stepsFrom !== null) this.#closeFrame();
    if (text.text === QR) {
      this.#picture(text);
      return;
    }
    const x = MARGIN + text.look.indent + (text.item === null ? 0 : PAD);
    const width = widthFor(text);
    const height = this.#heightOf(text);
    if (this.#y + text.look.before + height > BODY_BOTTOM) this.#nextPage();
    else if (this.#y !== BODY_TOP && this.#y !== MARGIN && this.#y !== this.#stepsFrom)
      this.#y += text.look.before;
    const { tag, item, look, url } = text;
    this.#pieces.push({
      tag,
      item,
      text: text.text,
      look,
      page: this.#page,
      x,
      y: this.#y,
      width,
      height,
      ...(url === undefined ? {} : { url }),
    });
    this.#y += height;
  }

  layout(): Layout {
    if (this.#frame === null) throw new RangeError("the letter has no steps");
    return { pieces: this.#pieces, frame: this.#frame, pages: this.#page + 1 };
  }

  #heightOf = (text: Text): number => heightOf(this.#pdf, text.text, text.look, widthFor(text));

  #nextPage(): void {
    this.#page += 1;
    this.#y = MARGIN;
  }

  #openFrame(): void {
    this.#frameTop = this.#y + PAD;
    this.#y = this.#frameTop + PAD;
    this.#stepsFrom = this.#y;
  }

  /** The frame is at least as high as the picture in it. */
  #closeFrame(): void {
    const bottom = Math.max(this.#y + PAD, this.#frameTop + QR_SIZE);
    this.#frame = { page: this.#page, box: [MARGIN, this.#frameTop, MARGIN + WIDTH, bottom] };
    this.#y = bottom;
    this.#stepsFrom = null;
  }

  #picture({ tag, item, text, look }: Text): void {
    const x = MARGIN + WIDTH - QR_SIZE;
    const y = this.#frameTop;
    this.#pieces.push({
      tag,
      item,
      text,
      look,
      page: this.#page,
      x,
      y,
      width: QR_SIZE,
      height: QR_SIZE,
      url: LINK_FIELD,
    });
  }
}
