/**
 * `breve.pdf`: finished letters, one after the other, each with a bookmark. What is the same in all of them is drawn once
 * and shared by their pages, so that a letter takes a few kilobytes and a fraction of a millisecond of text setting.
 */
import { setImmediate } from "node:timers/promises";
import type { IsoDate } from "#survey/dates.ts";
import type { LetterBlock } from "#survey/texts/letters.da.ts";
import { bytesOf, newPdf, type Pdf } from "../../io/pdf/document.ts";
import { BOLD, REGULAR } from "../../io/pdf/faces.ts";
import { qrOperators } from "../../io/pdf/qr.ts";
import {
  linkAnnotation,
  objectsOf,
  pageObject,
  StructureTree,
  type Content,
  type PdfObject,
} from "../../io/pdf/structure.ts";
import { filled, type LetterFields } from "../letterFields.ts";
import { FOOT, MARGIN } from "./envelope.ts";
import { StepList } from "./stepList.ts";
import { layOut, QR, textOptions, type Layout, type Piece } from "./letterLayout.ts";

export interface LetterText {
  /** Shown as the document's title; names neither benefit nor jobcenter. */
  subject: string;
  sender: string;
  /** `24. august 2026`, and the same day as an ISO date for the file's properties. */
  sentOn: string;
  sentOnIso: IsoDate;
  /** With `«Navn»`, `«Link»`, `«Kode»` and `«Svarfrist»`. */
  blocks: readonly LetterBlock[];
}

export interface Letter extends LetterFields {
  /** Names the letter in the list of bookmarks: the respondent number. */
  bookmark: string;
}

/** Between pauses in which finished bytes leave pdfkit's buffers. */
const LETTERS_AT_A_TIME = 50;
const QR_ALT = "QR-kode, der åbner dit personlige link";

/** The bytes of one file with these letters in their order. The same letters give the same bytes. */
export async function letterPdf(text: LetterText, letters: readonly Letter[]): Promise<Uint8Array> {
  const pdf = newPdf({ title: text.subject, author: text.sender, day: text.sentOnIso });
  const bytes = bytesOf(pdf);
  const press = new Press(pdf, text);
  for (const [printed, letter] of letters.entries()) {
    press.print(letter);
    if (printed % LETTERS_AT_A_TIME === 0) await setImmediate();
  }
  press.end();
  pdf.end();
  return bytes;
}

class Press {
  readonly #pdf: Pdf;
  readonly #text: LetterText;
  readonly #tree: StructureTree;
  /** What every letter has on its first, second, … page. */
  readonly #stamps: PdfObject[] = [];
  #layout: Layout | null = null;

  constructor(pdf: Pdf, text: LetterText) {
    this.#pdf = pdf;
    this.#text = text;
    this.#tree = new StructureTree(pdf);
  }

  print(letter: Letter): void {
    const article = this.#tree.article(letter.bookmark);
    this.#newPage();
    this.#pdf.outline.addItem(letter.bookmark);
    const layout = (this.#layout ??= layOut(
      this.#pdf,
      { sender: this.#text.sender, date: this.#text.sentOn },
      this.#settled(letter),
    ));
    for (let page = 0; page < layout.pages; page++) {
      if (page > 0) this.#newPage();
      this.#fillPage(page, layout, letter, article);
    }
    article.end();
  }

  end(): void {
    this.#tree.end();
  }

  /** Fields that are the same for everybody are text. */
  #settled({ Svarfrist }: Letter): LetterBlock[] {
    return this.#text.blocks.map(({ kind, text }) => ({
      kind,
      text: text.replace("«Svarfrist»", Svarfrist),
    }));
  }

  #newPage(): void {
    this.#pdf.addPage();
    this.#tree.startPage();
    // Shared pieces name these fonts, whether or not this page's own text uses them.
    for (const font of [REGULAR, BOLD]) useFont(this.#pdf, font);
  }

  #fillPage(page: number, layout: Layout, letter: Letter, article: PdfObject): void {
    const pieces = layout.pieces.filter((piece) => piece.page === page);
    this.#stamps[page] ??= this.#draw(() => {
      this.#frame(page, layout);
      this.#foot(page, layout);
      pieces.forEach((piece, place) => {
        if (!isPersonal(piece)) this.#piece(piece, place, piece.text);
      });
    });
    const steps = new StepList(this.#tree, article);
    pieces.forEach((piece, place) => {
      const value = filled(piece.text, letter);
      if (isPersonal(piece)) this.#piece(piece, place, piece.text === QR ? letter.Link : value);
      this.#tag(piece, place, letter, steps.parentOf(piece.item));
    });
    steps.end();
    pageObject(this.#pdf).data["Contents"] = [this.#pdf.page.content, this.#stamps[page]];
  }

  /** Draws into a stream that any page may share. */
  #draw(work: () => void): PdfObject {
    const { page } = this.#pdf;
    const own = page.content;
    const stream = objectsOf(this.#pdf).ref({});
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same object, typed twice
    page.content = stream as unknown as typeof own;
    work();
    page.content = own;
    stream.end();
    return stream;
  }

  #piece(piece: Piece, place: number, value: string): void {
    const { look, x, y, width } = piece;
    this.#pdf.addContent(`/${piece.tag} <</MCID ${place}>> BDC`);
    if (piece.text === QR) {
      this.#pdf.addContent(qrOperators(value, x, y, width));
    } else {
      this.#pdf
        .font(look.font, isPersonal(piece) ? fittingSize(this.#pdf, value, piece) : look.size)
        .fillColor(look.color);
      this.#pdf.text(value, x, y, isPersonal(piece) ? { lineBreak: false } : textOptions(width));
    }
    this.#pdf.addContent("EMC");
  }

  #tag(piece: Piece, place: number, letter: Letter, parent: PdfObject): void {
    const { x, y, width, height } = piece;
    const contents: Content[] = [place];
    let annotation: PdfObject | null = null;
    if (piece.url !== undefined) {
      const url = filled(piece.url, letter);
      annotation = linkAnnotation(
        this.#pdf,
        [x, y, x + width, y + height],
        url,
        piece.text === QR ? QR_ALT : url,
      );
      if (piece.tag === "Link") contents.push({ annotation });
    }
    if (piece.tag === "Figure") {
      this.#tree.element(parent, "Figure", contents, { alt: QR_ALT, box: [x, y, x + width, y + height] });
      if (annotation) this.#tree.element(parent, "Link", [{ annotation }], { alt: QR_ALT });
    } else {
      this.#tree.element(parent, piece.tag, contents);
    }
    annotation?.end();
  }

  #frame(page: number, { frame }: Layout): void {
    if (frame.page !== page) return;
    const [left, top, right, bottom] = frame.box;
    this.#pdf.addContent("/Artifact BMC");
    this.#pdf
      .lineWidth(0.8)
      .roundedRect(left, top, right - left, bottom - top, 4)
      .stroke("#8a97a3");
    this.#pdf.addContent("EMC");
  }

  #foot(page: number, { pages }: Layout): void {
    this.#pdf.addContent("/Artifact <</Type /Pagination>> BDC");
    this.#pdf.font(REGULAR, 8).fillColor("#444444");
    this.#pdf.text(`Side ${page + 1} af ${pages}`, MARGIN, FOOT, {
      width: this.#pdf.page.width - 2 * MARGIN,
      align: "right",
    });
    this.#pdf.addContent("EMC");
  }
}

const isPersonal = ({ text }: Piece): boolean => text.includes("«");

/** A long name or address is set smaller rather than broken: every letter keeps its lines where they are. */
function fittingSize(pdf: Pdf, value: string, { look, width }: Piece): number {
  const natural = pdf.font(look.font, look.size).widthOfString(value);
  return natural <= width ? look.size : (look.size * width) / natural;
}

function useFont(pdf: Pdf, font: string): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdfkit 0.20, lib/mixins/fonts.js
  const { _font: face } = pdf.font(font) as unknown as { _font: { id: string; ref(): unknown } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed `any`
  (pdf.page.fonts as Record<string, unknown>)[face.id] ??= face.ref();
}
