/**
 * Text that a spreadsheet program would run as a formula, or that would break a row of a merge file. Such a name is
 * refused, never altered: an altered name is a wrong name in a letter.
 */
export type TextFault = "formula" | "control";

/** What is wrong with a name that goes into a merge file, or null. */
export function faultOf(text: string): TextFault | null {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return "control";
  return /^\s*[=+\-@]/.test(text) ? "formula" : null;
}
