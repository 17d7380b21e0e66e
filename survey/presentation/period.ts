/** The period that a round covers, in a language. */
import type { ResultLanguage } from "./language.ts";

const ORDINALS = ["1st", "2nd", "3rd", "4th"];
const QUARTER = /^([1-4])\. kvartal (\d{4})$/;

/**
 * A period in a language. round.json has it in Danish; quarters can be said in others, anything else stays as it is.
 * @example periodIn("en", "2. kvartal 2026") // "2nd quarter of 2026"
 */
export function periodIn(language: ResultLanguage, label: string): string {
  const [, quarter, year] = QUARTER.exec(label) ?? [];
  if (language === "da" || quarter === undefined) return label;
  return `${ORDINALS[Number(quarter) - 1]} quarter of ${year}`;
}
