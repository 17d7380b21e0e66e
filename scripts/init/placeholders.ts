/**
 * What `init` writes where only the analyst knows the answer: a text that says what to write, a date in 2099, a made-up
 * address. They fit the schema, so that the file can be read, and `check` finds each that is left.
 */
export const UNDECIDED_YEAR = "2099";

/** A text to be replaced; `what` says by what. */
export const toWrite = (what: string): string => `[SKRIV: ${what}]`;

/** A date to be replaced; the month and day show the rhythm of the pilot. */
export const toDate = (monthAndDay: string): string => `${UNDECIDED_YEAR}-${monthAndDay}`;

export const UNDECIDED_EMAIL = "skriv@example.dk";
export const UNDECIDED_ADDRESS = "https://skriv.example.dk";

const isPlaceholder = (text: string): boolean =>
  text.includes("[SKRIV:") ||
  text.startsWith(`${UNDECIDED_YEAR}-`) ||
  text === UNDECIDED_EMAIL ||
  text === UNDECIDED_ADDRESS;

/** The paths of the settings that are still placeholders: `field.opens`, `municipalities.0.dpo`. */
export function placeholdersIn(settings: unknown, path: readonly (string | number)[] = []): string[] {
  if (typeof settings === "string") return isPlaceholder(settings) ? [path.join(".")] : [];
  if (typeof settings !== "object" || settings === null) return [];
  return Object.entries(settings).flatMap(([key, value]) => placeholdersIn(value, [...path, key]));
}
