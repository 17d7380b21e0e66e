/** The running text of a built page, block by block: headings, paragraphs, list items, names of fields. */
import { parse, type DefaultTreeAdapterMap } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/**
 * Not running text: what is pressed, and lists of names (contacts stand in <dl>); short as they are, they would flatter a
 * page. Header and footer are the same on all.
 */
const SKIPPED: ReadonlySet<string> = new Set([
  "head",
  "script",
  "style",
  "template",
  "header",
  "footer",
  "dl",
  "button",
]);
const SKIPPED_CLASSES = /(^| )(option|places|languages|ways|vh)( |$)/;
const INLINE: ReadonlySet<string> = new Set(["a", "span", "b", "strong", "em", "i", "abbr", "br"]);

/** By class, or in another language than the page. */
const isSkipped = ({ name, value }: { name: string; value: string }): boolean =>
  name === "class" ? SKIPPED_CLASSES.test(value) : name === "lang" && value !== "da";

/** The texts of a Danish page in order, each with the blanks of one line. */
export function readableText(html: string): string[] {
  const blocks: string[] = [];
  let line = "";
  const end = (): void => {
    const text = line.replaceAll(/\s+/g, " ").trim();
    if (text !== "") blocks.push(text);
    line = "";
  };
  const read = (node: Node): void => {
    if (node.nodeName === "#text" && "value" in node) line += node.value;
    if (SKIPPED.has(node.nodeName) || !("childNodes" in node)) return;
    if ("attrs" in node && node.attrs.some(isSkipped)) return;
    const block = !INLINE.has(node.nodeName);
    if (block) end();
    for (const child of node.childNodes) read(child);
    if (block) end();
  };
  read(parse(html));
  return blocks;
}
