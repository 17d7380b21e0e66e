import type { ResultLanguage } from "../language.ts";
import { periodIn } from "../period.ts";
import type { Reading } from "../reading.ts";
import { chartTextsIn } from "./words.ts";

/** Where the numbers of a chart are from, for whoever meets it alone. */
export function sourceOf({ results }: Reading, language: ResultLanguage): string {
  const { title, period } = results.round;
  return chartTextsIn(language).source(title, periodIn(language, period));
}
