/**
 * The frame of the analyst's reports: one self-contained HTML file without script, readable on a phone, in the dark and on
 * A4. The same content gives the same bytes.
 */
import { html, Html, noHtml } from "./html.ts";
import { REPORT_STYLE } from "./style.ts";

export interface ReportSection {
  /** The id of the section and of its address fragment. */
  id: string;
  heading: string;
  body: Html;
}

export interface Report {
  title: string;
  /** One line over the title: the round and its period. */
  over?: string;
  /** What the reader must know before anything else. */
  intro: Html;
  sections: readonly ReportSection[];
  /** What the page's own drawings need on top of the common style. */
  style?: string;
  /** Where the figures come from: files, fingerprints, versions. */
  footer?: Html;
}

const contents = (sections: readonly ReportSection[]): Html =>
  sections.length < 3
    ? noHtml
    : html`<nav aria-label="Indhold">
        <ol>
          ${sections.map((section) => html`<li><a href="#${section.id}">${section.heading}</a></li> `)}
        </ol>
      </nav> `;

const sectionOf = (section: ReportSection): Html =>
  html`<section id="${section.id}" aria-labelledby="h-${section.id}">
    <h2 id="h-${section.id}">${section.heading}</h2>
    ${section.body}
  </section> `;

/** The whole text of an HTML file. */
export function reportPage(report: Report): string {
  const over = report.over === undefined ? noHtml : html`<p class="over">${report.over}</p> `;
  const footer = report.footer === undefined ? noHtml : html`<footer>${report.footer}</footer> `;
  return html`<!doctype html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${report.title}</title>
        <style>
          ${new Html(REPORT_STYLE + (report.style ?? ""))}
        </style>
      </head>
      <body>
        <header>
          ${over}
          <h1>${report.title}</h1>
          <div class="intro">${report.intro}</div>
        </header>
        ${contents(report.sections)}
        <main>${report.sections.map(sectionOf)}</main>
        ${footer}
      </body>
    </html> `.markup
    .replaceAll(/[ \t]+$/gm, "")
    .trimEnd()
    .concat("\n");
}
