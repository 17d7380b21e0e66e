/**
 * Free text as it is stored. What a person can neither see nor mend (control characters from a paste, half a surrogate
 * pair) is removed instead of refused: nobody should lose an answer over it.
 */

/** Free text is at most this many characters (Unicode code points). */
export const TEXT_MAX_CHARACTERS = 4000;

const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const CONTROL_BUT_TAB_AND_LF = /(?![\t\n])\p{Cc}/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Every line break as LF, no other control characters than tab, well-formed Unicode, no blanks at either end. Doing it
 * twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text
    .replaceAll(LINE_BREAK, "\n")
    .replaceAll(CONTROL_BUT_TAB_AND_LF, "")
    .replaceAll(LONE_SURROGATE, "\ufffd")
    .trim();
}

/** Characters of a text as people count them here: Unicode code points. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** True when a normalised text is short enough to be stored. */
export const fits = (text: string): boolean =>
  text.length <= TEXT_MAX_CHARACTERS || characterCount(text) <= TEXT_MAX_CHARACTERS;
