/**
 * The tags of a PDF (ISO 32000-1, 14.7 and 14.8), written by hand: pages that share a content stream also share the
 * numbers of its marked pieces, which pdfkit's own tagging cannot say.
 */
import type { Pdf } from "./document.ts";

/** An object of the file, as far as it is written here. */
export interface PdfObject {
  data: Record<string, unknown>;
  write(chunk: string): void;
  end(chunk?: string): void;
}

interface NumberTree {
  add(key: number, value: unknown): void;
}

interface PdfObjects {
  ref(data: Record<string, unknown>): PdfObject;
  getStructTreeRoot(): PdfObject;
  getStructParentTree(): NumberTree;
  createStructParentTreeNextKey(): number;
}

/** pdfkit's object layer; its type package leaves these open. */
export const objectsOf = (pdf: Pdf): PdfObjects =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdfkit 0.20, lib/mixins/markings.js
  pdf as unknown as PdfObjects;

export const pageObject = (pdf: Pdf): PdfObject => {
  const dictionary: unknown = pdf.page.dictionary;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdfkit 0.20, lib/page.js
  return dictionary as PdfObject;
};

/** pdfkit tells a PDF string from a PDF name by its being a String object. */
// oxlint-disable-next-line eslint/no-new-wrappers, unicorn/new-for-builtins -- see above
export const pdfString = (text: string): object => new String(text);

export type Tag = "Document" | "Art" | "H1" | "H2" | "P" | "Link" | "Figure";

/** Elements that hold others. */
type Group = "L" | "LI" | "LBody";

export interface ElementOptions {
  /** Read out instead of a picture. */
  alt?: string;
  /** Left, top, right, bottom in points from the top left corner: where a picture stands. */
  box?: readonly [number, number, number, number];
}

/** The number of a marked piece on a page, or an annotation of it. */
export type Content = number | { annotation: PdfObject };

export class StructureTree {
  readonly #pdf: Pdf;
  readonly #objects: PdfObjects;
  readonly #root: PdfObject;
  readonly #kids: PdfObject[] = [];
  /** By marked piece of the page at hand. */
  #pieces: PdfObject[] = [];

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
    this.#objects = objectsOf(pdf);
    const tree = this.#objects.getStructTreeRoot();
    this.#root = this.#objects.ref({ S: "Document", P: tree, K: this.#kids });
    tree.data["K"] = [this.#root];
  }

  /** Begins a letter; its elements are added to what is returned, which must be ended. */
  article(title: string): PdfObject {
    const article = this.#objects.ref({ S: "Art", P: this.#root, T: pdfString(title), K: [] });
    this.#kids.push(article);
    return article;
  }

  /** Begins an element that holds others, as {@link article} does; it must be ended. */
  group(parent: PdfObject, tag: Group): PdfObject {
    const group = this.#objects.ref({ S: tag, P: parent, K: [] });
    if (Array.isArray(parent.data["K"])) parent.data["K"].push(group);
    return group;
  }

  /** To be called on each new page, before its elements. */
  startPage(): void {
    this.#pieces = [];
    const key = this.#objects.createStructParentTreeNextKey();
    pageObject(this.#pdf).data["StructParents"] = key;
    this.#objects.getStructParentTree().add(key, this.#pieces);
  }

  /** An element of the page at hand. */
  element(parent: PdfObject, tag: Tag, contents: readonly Content[], options: ElementOptions = {}): void {
    const page = pageObject(this.#pdf);
    const kids = contents.map((content) =>
      typeof content === "number" ? content : { Type: "OBJR", Obj: content.annotation, Pg: page },
    );
    const element = this.#objects.ref({ S: tag, P: parent, Pg: page, K: kids });
    if (options.alt !== undefined) element.data["Alt"] = pdfString(options.alt);
    if (options.box)
      element.data["A"] = { O: "Layout", Placement: "Block", BBox: flipped(this.#pdf, options.box) };
    for (const content of contents) this.#own(content, element);
    if (Array.isArray(parent.data["K"])) parent.data["K"].push(element);
    element.end();
  }

  #own(content: Content, element: PdfObject): void {
    if (typeof content === "number") {
      this.#pieces[content] = element;
      return;
    }
    const key = this.#objects.createStructParentTreeNextKey();
    content.annotation.data["StructParent"] = key;
    this.#objects.getStructParentTree().add(key, element);
  }

  end(): void {
    this.#root.end();
  }
}

const flipped = (
  pdf: Pdf,
  [left, top, right, bottom]: readonly [number, number, number, number],
): number[] => [left, pdf.page.height - bottom, right, pdf.page.height - top];

/** A link on the page at hand; the caller tags it and ends it. */
export function linkAnnotation(
  pdf: Pdf,
  box: readonly [number, number, number, number],
  url: string,
  description: string,
): PdfObject {
  const annotation = objectsOf(pdf).ref({
    Type: "Annot",
    Subtype: "Link",
    Rect: flipped(pdf, box),
    Border: [0, 0, 0],
    F: 4,
    Contents: pdfString(description),
    A: { S: "URI", URI: pdfString(url) },
  });
  const page = pageObject(pdf);
  const annotations = page.data["Annots"];
  if (Array.isArray(annotations)) annotations.push(annotation);
  else page.data["Annots"] = [annotation];
  return annotation;
}
