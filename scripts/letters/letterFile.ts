/**
 * The letter of a wave as a Word file. The merge fields are written in the notation of the program that merges: Word's
 * own (and LibreOffice's), or the `{{ Link }}` of OpenPostbud, which reads its templates with docxtpl.
 */
import { Document, HeadingLevel, Paragraph, SimpleMailMergeField, TextRun, type ParagraphChild } from "docx";
import type { LetterBlock } from "#survey/texts/letters.da.ts";
import { wordFile } from "./wordFile.ts";
import { A4, KEY_LINE, SENDER_LINE, STEPS, WORD_STYLE } from "./wordStyle.ts";

export type FieldNotation = "word" | "openpostbud";

export interface LetterFile {
  /** The subject, shown as the document's title. */
  subject: string;
  sender: string;
  /** `24. august 2026`, and the same day as an ISO date for the file's properties. */
  sentOn: string;
  sentOnIso: string;
  blocks: readonly LetterBlock[];
}

const FIELD = /«(\w+)»/;

const FIELDS: Record<FieldNotation, (name: string) => ParagraphChild> = {
  word: (name) => new SimpleMailMergeField(name),
  openpostbud: (name) => new TextRun(`{{ ${name} }}`),
};

/** The text with its `«Name»` as fields; `split` on one group gives text and name in turn. */
const runsOf = (text: string, notation: FieldNotation): ParagraphChild[] =>
  text
    .split(FIELD)
    .flatMap((part, i) => (part === "" ? [] : [i % 2 === 1 ? FIELDS[notation](part) : new TextRun(part)]));

function paragraphOf({ kind, text }: LetterBlock, notation: FieldNotation): Paragraph {
  const children = runsOf(text, notation);
  if (kind === "title") return new Paragraph({ heading: HeadingLevel.TITLE, children });
  if (kind === "heading") return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
  if (kind === "step") return new Paragraph({ numbering: { reference: STEPS, level: 0 }, children });
  return new Paragraph(kind === "key" ? { style: KEY_LINE, children } : { children });
}

/** The bytes of `brev.docx` (or of its OpenPostbud twin). */
export function letterFile(letter: LetterFile, notation: FieldNotation): Promise<Uint8Array> {
  const head = [letter.sender, letter.sentOn].map((text) => new Paragraph({ style: SENDER_LINE, text }));
  const document = new Document({
    ...WORD_STYLE,
    sections: [
      {
        properties: { page: A4 },
        children: [...head, ...letter.blocks.map((block) => paragraphOf(block, notation))],
      },
    ],
  });
  return wordFile(document, letter.subject, letter.sentOnIso);
}
