/** The words of the extras in the document's language; the build puts them in front of the script (site/data/extras.ts). */
import type { Texts } from "#survey/texts/texts.ts";

export type ExtraWords = Texts["extras"] & {
  clear: string;
  closed: string;
  codeMissing: string;
  codeSlip: string;
  erasing: { device: string; button: string; server: string; erased: string };
  heading: string;
  listen: string;
  prefix: string;
  silence: string;
};

declare global {
  const WORDS: ExtraWords;
}
