/** The look of the slides: 16:9, one master with a title that screen readers know as one, a source and a number. */
import PptxGenJS from "pptxgenjs";
import { COLOURS } from "../report/pdf/sheet.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types say CommonJS, what is loaded is the module: the class is the default itself
const Presentation = PptxGenJS as unknown as typeof PptxGenJS.default;
export type Deck = InstanceType<typeof Presentation>;
export type Slide = ReturnType<Deck["addSlide"]>;

/** Inches. */
export const PAGE = { width: 13.333, height: 7.5, margin: 0.6 } as const;
export const CONTENT = {
  x: PAGE.margin,
  y: 1.45,
  w: PAGE.width - 2 * PAGE.margin,
  h: 5.2,
} as const;

/** Slides name colours without the sign. */
export const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

export const LANGUAGE = "da-DK";
const TITLE = "title";
const MASTERS = { cover: "Forside", content: "Indhold" } as const;

export interface DeckProperties {
  title: string;
  source: string;
}

export function newDeck({ title, source }: DeckProperties): Deck {
  const deck = new Presentation();
  deck.layout = "LAYOUT_WIDE";
  deck.title = title;
  deck.author = "Borgersvar";
  deck.company = "Borgersvar";
  deck.subject = source;
  deck.theme = { headFontFace: "Calibri", bodyFontFace: "Calibri" };
  const titleBox = (y: number, h: number, fontSize: number, colour: string) => ({
    placeholder: {
      options: {
        name: TITLE,
        type: "title" as const,
        x: PAGE.margin,
        y,
        w: CONTENT.w,
        h,
        fontSize,
        bold: true,
        color: hex(colour),
        align: "left" as const,
        valign: "middle" as const,
        margin: 0,
      },
      text: "",
    },
  });
  deck.defineSlideMaster({
    title: MASTERS.cover,
    background: { color: hex(COLOURS.accent) },
    objects: [titleBox(2.3, 1.2, 48, COLOURS.white)],
  });
  deck.defineSlideMaster({
    title: MASTERS.content,
    background: { color: hex(COLOURS.white) },
    objects: [
      { rect: { x: 0, y: 0, w: PAGE.width, h: 0.14, fill: { color: hex(COLOURS.accent) } } },
      titleBox(0.45, 0.8, 30, COLOURS.accent),
      {
        text: {
          text: source,
          options: {
            x: PAGE.margin,
            y: 6.95,
            w: 10,
            h: 0.35,
            fontSize: 11,
            color: hex(COLOURS.muted),
            margin: 0,
            lang: LANGUAGE,
          },
        },
      },
    ],
    slideNumber: {
      x: 12.2,
      y: 6.95,
      w: 0.6,
      h: 0.35,
      fontSize: 11,
      color: hex(COLOURS.muted),
      align: "right",
    },
  });
  return deck;
}

/** A slide with its title and what the speaker needs to know. */
export function newSlide(deck: Deck, master: keyof typeof MASTERS, title: string, notes: string): Slide {
  const slide = deck.addSlide({ masterName: MASTERS[master] });
  slide.addText(title, { placeholder: TITLE, lang: LANGUAGE });
  slide.addNotes(notes);
  return slide;
}

export interface TextPlace {
  x: number;
  y: number;
  w: number;
  h: number;
  size: number;
  bold?: boolean;
  colour?: string;
  bullets?: boolean;
}

/** Paragraphs in a box; they shrink to fit it in PowerPoint. */
export function addParagraphs(slide: Slide, paragraphs: readonly string[], place: TextPlace): void {
  if (paragraphs.length === 0) return;
  const { x, y, w, h, size, bold = false, colour = COLOURS.ink, bullets = false } = place;
  slide.addText(
    paragraphs.map((text) => ({
      text,
      options: { breakLine: true, paraSpaceAfter: size * 0.5, ...(bullets ? { bullet: true } : {}) },
    })),
    {
      x,
      y,
      w,
      h,
      fontSize: size,
      bold,
      color: hex(colour),
      valign: "top",
      align: "left",
      margin: 0,
      fit: "shrink",
      lang: LANGUAGE,
    },
  );
}
