/**
 * What a browser knows of a served page: its forms, their fields and the choices each offers. The simulated citizens
 * answer from this alone, so they can only post what the page asks for.
 */
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

export interface Field {
  name: string;
  kind: "hidden" | "text" | "textarea" | "radio" | "checkbox";
  /** What a hidden field carries, or the choices of radios and boxes, in their order on the page. */
  values: string[];
  /** The part of the interview (`section` id) that the field stands in. */
  part: string | null;
}

export interface Form {
  action: string;
  method: string;
  fields: Field[];
  /** Submit buttons in document order: the first is what Enter presses. */
  buttons: { name: string; value: string }[];
}

const isElement = (node: Node): node is Element => "tagName" in node;
const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((a) => a.name === name)?.value ?? null;

const KINDS = new Map<string, Field["kind"]>([
  ["hidden", "hidden"],
  ["text", "text"],
  ["radio", "radio"],
  ["checkbox", "checkbox"],
]);

/** Every form of the page. */
export function readForms(html: string): Form[] {
  const forms: Form[] = [];
  walk(parse(html), null, null, forms);
  return forms;
}

/** The form that posts to this address. @throws Error when the page has none: the page is broken. */
export function formTo(html: string, action: string): Form {
  const form = readForms(html).find((f) => f.action === action);
  if (!form) throw new Error(`the page has no form that posts to ${action}`);
  return form;
}

function walk(node: Node, form: Form | null, part: string | null, forms: Form[]): void {
  let [inForm, inPart] = [form, part];
  if (isElement(node)) {
    if (node.tagName === "form") {
      inForm = {
        action: attribute(node, "action") ?? "",
        method: attribute(node, "method") ?? "get",
        fields: [],
        buttons: [],
      };
      forms.push(inForm);
    } else if (node.tagName === "section") inPart = attribute(node, "id");
    else if (inForm) addControl(node, inForm, inPart);
  }
  if ("childNodes" in node) for (const child of node.childNodes) walk(child, inForm, inPart, forms);
}

function addControl(element: Element, form: Form, part: string | null): void {
  const name = attribute(element, "name");
  if (name === null) return;
  const value = attribute(element, "value");
  const type = attribute(element, "type");
  if (element.tagName === "button") {
    if (type !== "button") form.buttons.push({ name, value: value ?? "" });
    return;
  }
  const kind =
    element.tagName === "textarea"
      ? "textarea"
      : element.tagName === "input"
        ? KINDS.get(type ?? "text")
        : undefined;
  if (!kind) return;
  const known = form.fields.find((f) => f.name === name);
  if (known) known.values.push(value ?? "");
  else form.fields.push({ name, kind, values: value === null ? [] : [value], part });
}
