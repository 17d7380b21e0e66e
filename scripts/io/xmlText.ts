/** Texts in the XML of a spreadsheet (ECMA-376 part 1, 18.3.1.53 and 22.9.2.19). */

/** What nearly no text has: everything that has to be looked at, and a little more. */
// oxlint-disable-next-line no-control-regex -- they are what XML does not have
const UNUSUAL = /[&<>_\u0000-\u001f]/;
// oxlint-disable-next-line no-control-regex -- as above
const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f]|_(?=x[0-9a-f]{4}_)/gi;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", _: "_x005F_" };
const BLANKS_COUNT = /^ | $|[\n\t]/;

/** What a program shows as these characters: those that XML does not have are written as numbers. */
export const xmlText = (text: string): string =>
  UNUSUAL.test(text) ? text.replaceAll(SPECIAL, written) : text;

const written = (found: string): string =>
  ENTITIES[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** The same as an element that keeps blanks at its ends. */
export function textElement(text: string): string {
  const edge = text.startsWith(" ") || text.endsWith(" ") || UNUSUAL.test(text);
  const blanks = edge && BLANKS_COUNT.test(text) ? ' xml:space="preserve"' : "";
  return `<t${blanks}>${xmlText(text)}</t>`;
}
