import type { Form } from "./submission.ts";

/** A prerendered page, and what its form was sent with. */
export interface Page {
  /** Address of the static page. */
  path: string;
  filled: Form;
  /** The section of the page that a field stands in, in the order of the page. */
  sections?: ReadonlyMap<string, string>;
}
