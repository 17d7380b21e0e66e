/** PDF files: one face that has every European letter, a title, a language, and the same bytes for the same content. */
import PdfKit from "pdfkit";
import type { IsoDate } from "#survey/dates.ts";
import { useFaces } from "./faces.ts";

export type Pdf = PDFKit.PDFDocument;

/** A4 in points (1/72 inch). */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** Millimetres as points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export interface PdfProperties {
  /** Shown in the window's title bar and read out first. */
  title: string;
  author: string;
  /** Stands as the day the file was made: a date of the round, never today. */
  day: IsoDate;
}

/** A document without pages; only the glyphs that are used are embedded. */
export function newPdf({ title, author, day }: PdfProperties): Pdf {
  const made = new Date(`${day}T00:00:00Z`);
  const pdf = new PdfKit({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: "da-DK",
    tagged: true,
    displayTitle: true,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- null leaves out Helvetica, which cannot be embedded; the types forget it
    font: null as unknown as string,
    info: {
      Title: title,
      Author: author,
      Producer: "Borgersvar",
      Creator: "Borgersvar",
      CreationDate: made,
      ModDate: made,
    },
  });
  useFaces(pdf);
  return pdf;
}

/**
 * The bytes of the document, ready when it has ended. To be called before anything is drawn. pdfkit writes a few bytes at
 * a time: they are gathered in blocks as soon as the drawing pauses, which a long document should do now and then.
 */
export function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const gathered = new Gathered();
  return new Promise((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => gathered.add(chunk));
    pdf.on("end", () => resolve(gathered.bytes()));
    pdf.on("error", reject);
  });
}

const FIRST_BYTES = 65_536;

class Gathered {
  #room = new Uint8Array(FIRST_BYTES);
  #used = 0;

  add(chunk: Uint8Array): void {
    if (this.#used + chunk.length > this.#room.length) {
      const larger = new Uint8Array(2 * (this.#used + chunk.length));
      larger.set(this.#room.subarray(0, this.#used));
      this.#room = larger;
    }
    this.#room.set(chunk, this.#used);
    this.#used += chunk.length;
  }

  bytes(): Uint8Array {
    return this.#room.slice(0, this.#used);
  }
}
