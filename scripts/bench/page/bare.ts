/**
 * The floor that a page is held against: the same questions and texts as bare HTML, without style, script and all that
 * serves them. Nothing with these questions in it can be on a screen sooner.
 */
import { defaultTreeAdapter as tree, parse, serialize, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

const DROPPED = new Set(["style", "script", "template"]);
/** What a form, a link and a browser need. */
const KEPT = new Set([
  ..."lang dir charset name content rel href title".split(" "),
  ..."method action type value id for rows".split(" "),
]);

export function bareHtml(html: string): string {
  const document = parse(html);
  strip(document);
  return serialize(document);
}

function strip(node: Node): void {
  if (tree.isElementNode(node)) node.attrs = node.attrs.filter(({ name }) => KEPT.has(name));
  if (!("childNodes" in node)) return;
  for (const child of node.childNodes.slice()) {
    if (tree.isElementNode(child) && DROPPED.has(child.tagName)) tree.detachNode(child);
    else strip(child);
  }
}
