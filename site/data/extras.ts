/** The extras of the questionnaire in one language: a file that is named by its own hash. */
import { createHash } from "node:crypto";
import { dateInWords, type Language } from "#survey/languages.ts";
import { fill } from "#survey/texts/fill.ts";
// oxlint-disable-next-line import/default -- site/build/inlineBundle.ts makes the default export
import script from "../client/extras/main.ts?bundle";
// oxlint-disable-next-line import/default -- site/build/inlineBundle.ts makes the default export
import style from "../styles/extras.css?bundle";
import type { ExtraWords } from "../client/extras/words.ts";
import { edge } from "./edge.ts";
import { wordsIn } from "./language.ts";

export interface Extras {
  text: string;
  /** `sha256-…`, as the browser checks it. */
  integrity: string;
  /** `/s/<name>.js`. */
  name: string;
}

export function extrasIn(language: Language): Extras {
  const { extras, summary, edgeErrors, erasing, interview, mistakes, statuses } = wordsIn(language);
  const { device, button, server } = erasing;
  const words: ExtraWords = {
    ...extras,
    clear: interview.clear,
    codeMissing: edgeErrors.code_missing,
    codeSlip: mistakes.codeSlip,
    erasing: { device, button, server, erased: statuses.erased },
    heading: summary.heading,
    prefix: summary.titlePrefix,
    closed: fill(edgeErrors.closed, { closes: dateInWords(edge.field.closes, language) }),
    listen: interview.listen,
    silence: interview.silence,
  };
  const text = `const WORDS=${JSON.stringify(words)},STYLE=${JSON.stringify(style)};${script}`;
  const integrity = `sha256-${createHash("sha256").update(text).digest("base64")}`;
  return { text, integrity, name: integrity.replaceAll(/\W/g, "") };
}
