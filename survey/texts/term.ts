import { ORIGINAL, type Language, type Translation } from "../languages.ts";
import { TEXTS } from "./tables.ts";

/**
 * What a municipality calls the jobcentre, in the form the questions of a language need: its own translation; for
 * »jobcentret« and »kommunen« the table's; any other term, such as »Jobcenter Aarhus«, is a name and stays as it is.
 */
export function termIn(
  language: Language,
  { term, terms }: { term: string; terms: Partial<Record<Translation, string>> },
): string {
  if (language === ORIGINAL) return term;
  const { jobcentret, kommunen } = TEXTS[language].terms;
  const known: Readonly<Record<string, string>> = { jobcentret, kommunen };
  return terms[language] ?? (Object.hasOwn(known, term) ? (known[term] ?? term) : term);
}
