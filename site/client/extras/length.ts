/** How much room is left in a text, said politely near the limit. Nothing is ever cut. */
import { characterCount, TEXT_MAX_CHARACTERS } from "#survey/freeText.ts";

const { left, over } = WORDS;
/** Said from 80 % of the limit. */
const NEAR = 0.8;

/** Empty far from the limit. */
export function lengthAdvice(text: string): string {
  const length = characterCount(text);
  if (length < TEXT_MAX_CHARACTERS * NEAR) return "";
  const room = TEXT_MAX_CHARACTERS - length;
  return (room < 0 ? over : left).replace("{n}", String(Math.abs(room)));
}
