/** The letter as an HTML document for Digital Post: nothing from outside, no script, the link a link. */
import type { LetterBlock } from "#survey/texts/letters.da.ts";
import { html, type Html } from "../../report/html.ts";
import { filled, type LetterFields } from "../letterFields.ts";

export interface LetterDocument {
  subject: string;
  sender: string;
  /** `24. august 2026`. */
  sentOn: string;
  blocks: readonly LetterBlock[];
}

const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,])/;

/** The text with its addresses as links. */
const linked = (text: string): Html[] =>
  text.split(ADDRESS).map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));

function blockHtml({ kind, text }: LetterBlock): Html {
  const content = linked(text);
  if (kind === "title") return html`<h1>${content}</h1> `;
  if (kind === "heading") return html`<h2>${content}</h2> `;
  if (kind === "key") return html`<p><strong>${content}</strong></p> `;
  return html`<p>${content}</p> `;
}

/** The document of one person. */
export function letterHtml(
  { subject, sender, sentOn, blocks }: LetterDocument,
  fields: LetterFields,
): string {
  const body = blocks.map(({ kind, text }) => blockHtml({ kind, text: filled(text, fields) }));
  return html`<!DOCTYPE html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        <p>${sender}<br />${sentOn}</p>
        ${body}
      </body>
    </html> `.markup;
}
