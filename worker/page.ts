import type { Form } from "./submission.ts";

/** A prerendered page, and what its form was sent with. */
export interface Page {
  /** Address of the static page. */
  path: string;
  filled: Form;
}
