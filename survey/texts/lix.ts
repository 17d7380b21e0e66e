/**
 * Readability after C. H. Björnsson, »Läsbarhet« (1968): LIX = words / sentences + 100 · long words / words, where a long
 * word has more than six letters. Under 25 is as easy as books for children, 35 like newspapers, over 55 like law.
 */

export interface Readability {
  words: number;
  sentences: number;
  longWords: number;
  /** NaN for a text without words. */
  lix: number;
}

const LONG_LETTERS = 6;
/** A number is a word; a soft hyphen is none of its letters. */
const WORD = /[\p{L}\p{N}]+(?:[-’'.,@/:]+[\p{L}\p{N}]+)*/gu;
/** A sentence ends at . ! ? or : before a blank or the end. */
const SENTENCE_END = /[.!?:…]+(?=["»«”’)]*(?:\s|$))/u;

/**
 * @param blocks paragraphs, headings, labels: each ends a sentence, with or without a full stop
 * @example lix(["Vi spørger. Du svarer."]).lix // 2 words a sentence, 2 of 4 are long: 2 + 50 = 52
 */
export function lix(blocks: readonly string[]): Readability {
  const sentences = blocks
    .flatMap((block) => block.replaceAll("\u00ad", "").split(SENTENCE_END))
    .map((sentence) => sentence.match(WORD) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const longWords = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, "").length > LONG_LETTERS).length;
  return {
    words: words.length,
    sentences: sentences.length,
    longWords,
    lix: words.length / sentences.length + (100 * longWords) / words.length,
  };
}
