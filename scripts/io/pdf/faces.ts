/**
 * The two faces of our PDF files, DejaVu Sans Condensed: every European letter, and open to embed. Taking a font file apart
 * costs more than setting a letter, so it is done once a process and not once a document.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Pdf } from "./document.ts";

export const REGULAR = "regular";
export const BOLD = "bold";

const FILES = { [REGULAR]: "DejaVuSansCondensed.ttf", [BOLD]: "DejaVuSansCondensed-Bold.ttf" } as const;

/** A font as fontkit has taken it apart; pdfkit takes one where it takes the bytes of a file (lib/font_factory.js). */
type ParsedFont = Parameters<Pdf["registerFont"]>[1];

const parsed = new Map<string, ParsedFont>();

/** Makes both faces known to a document, always as its first and second font. */
export function useFaces(pdf: Pdf): void {
  for (const [name, file] of Object.entries(FILES)) {
    pdf.registerFont(name, parsed.get(file) ?? bytesOf(file));
    pdf.font(name);
    parsed.set(file, fontInUse(pdf));
  }
}

const bytesOf = (file: string): Uint8Array =>
  readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`)));

function fontInUse(pdf: Pdf): ParsedFont {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdfkit 0.20, lib/mixins/fonts.js; not in its types
  const { _font: face } = pdf as unknown as { _font: { font: ParsedFont } };
  return face.font;
}
