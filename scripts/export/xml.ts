/** XML that is escaped by construction: an element is its name, its attributes and its children. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (XmlElement | string)[]
): XmlElement => ({ name, attributes, children });

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (c) => ENTITIES[c] ?? c);

function lines({ name, attributes, children }: XmlElement, indent: string): string[] {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `${indent}<${name}${pairs.join("")}`;
  if (children.length === 0) return [`${open}/>`];
  const nested = children.filter((child) => typeof child !== "string");
  const texts = children.filter((child) => typeof child === "string");
  if (nested.length === 0) return [`${open}>${escapeXml(texts.join(""))}</${name}>`];
  return [`${open}>`, ...nested.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

/** The text of a document. An element holds either text or elements; text beside elements is left out. */
export const xmlText = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
