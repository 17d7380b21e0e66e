/** Markup that is escaped by its type: text becomes markup only through `html`, which escapes everything but markup. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a hole of `html`; numbers are written as CSS and attributes need them, with a decimal point. */
export type HtmlValue = Html | string | number | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe for element content and for attributes in double quotes. */
export const escapeText = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return value.map((part) => part.markup).join("");
}

/** ``html`<p>${name}</p>` `` is markup in which `name` is escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    strings.map((text, i) => text + (i < values.length ? markupOf(values[i] ?? "") : "")).join(""),
  );
}

/** Nothing. */
export const noHtml: Html = new Html("");
