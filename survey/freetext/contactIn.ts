/**
 * Finds what looks like a CPR number, a phone number or an e-mail address in a text that is being written: the questionnaire
 * gives advice, and takes nothing away. What is masked later is decided by `mask.ts`, made of the same patterns and more.
 */
import { CPR_NUMBER, EMAIL_ADDRESS, PHONE_NUMBER } from "./contactPatterns.ts";

export interface FoundContact {
  kind: "cpr" | "phone" | "email";
  /** As it stands in the text. */
  found: string;
}

/** Borders without lookbehind: what stands before a number is outside the group. */
const number = (source: string): RegExp => new RegExp(`(?:^|\\D)(${source})(?!\\d)`);

/** In this order: a CPR number holds a phone number's worth of digits. */
const PATTERNS: readonly (readonly [FoundContact["kind"], RegExp])[] = [
  ["email", new RegExp(`(${EMAIL_ADDRESS})`)],
  ["cpr", number(CPR_NUMBER)],
  ["phone", number(String.raw`(?:(?:\+|00)45[ \u00a0]?)?(?:${PHONE_NUMBER})`)],
];

/**
 * The first find that is not in `ignored`, e-mail addresses first, or `null`.
 *
 * `contactIn("Ring 20 30 40 50")` is `{ kind: "phone", found: "20 30 40 50" }`.
 */
export function contactIn(text: string, ignored: readonly string[] = []): FoundContact | null {
  // A letter stands where something ignored stood, so that the digits around it do not meet.
  const rest = ignored.reduce((left, whole) => left.split(whole).join("x"), text);
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(rest);
    if (match) return { kind, found: match[1] ?? "" };
  }
  return null;
}
