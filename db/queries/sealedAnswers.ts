/** One set of sealed answers on its way into the database. */
import type { SealContext } from "../seal.ts";

export interface SealedAnswers extends SealContext {
  municipality: string;
  /** `db/seal.ts`, base64. */
  sealed: string;
}
