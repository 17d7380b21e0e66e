/** The steps of a letter as a list in its tags, so that a screen reader says how many there are. */
import type { PdfObject, StructureTree } from "../../io/pdf/structure.ts";

/** The list of one page of a letter. */
export class StepList {
  readonly #tree: StructureTree;
  readonly #article: PdfObject;
  #list: PdfObject | null = null;
  #step: { item: number; body: PdfObject; element: PdfObject } | null = null;

  constructor(tree: StructureTree, article: PdfObject) {
    this.#tree = tree;
    this.#article = article;
  }

  /** The element that a piece of this step goes into; of no step, the letter itself. Pieces come in reading order. */
  parentOf(item: number | null): PdfObject {
    if (item === null) {
      this.end();
      return this.#article;
    }
    if (this.#step?.item === item) return this.#step.body;
    this.#endStep();
    this.#list ??= this.#tree.group(this.#article, "L");
    const element = this.#tree.group(this.#list, "LI");
    const body = this.#tree.group(element, "LBody");
    this.#step = { item, element, body };
    return body;
  }

  end(): void {
    this.#endStep();
    this.#list?.end();
    this.#list = null;
  }

  #endStep(): void {
    this.#step?.body.end();
    this.#step?.element.end();
    this.#step = null;
  }
}
