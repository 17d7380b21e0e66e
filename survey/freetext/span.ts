/** A stretch of a text that says who somebody is. */
export const MASKS = {
  url: "[link]",
  email: "[e-mail]",
  account: "[kontonummer]",
  cpr: "[CPR-nummer]",
  phone: "[telefon]",
  birth: "[fødselsdato]",
  name: "[navn]",
} as const;
export type MaskKind = keyof typeof MASKS;
export const MASK_KINDS = [
  "url",
  "email",
  "account",
  "cpr",
  "phone",
  "birth",
  "name",
] as const satisfies readonly MaskKind[];

/** `end` is the place after the last character. */
export interface Span {
  start: number;
  end: number;
  kind: MaskKind;
}

/** What is known of the person who wrote the text, from the extract; whatever is absent or empty is not looked for. */
export interface KnownPerson {
  name?: string;
  /** Ten digits. */
  cpr?: string;
  /** In any spelling. */
  phone?: string;
}

/** Where a pattern (with the flag `g`) is found. A group named `what` is the part to mask, else all of it. */
export function spansOf(kind: MaskKind, pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const what = match.groups?.["what"];
    if (what === undefined) return [{ start: match.index, end: match.index + match[0].length, kind }];
    const start = match.index + match[0].lastIndexOf(what);
    return what === "" ? [] : [{ start, end: start + what.length, kind }];
  });
}
