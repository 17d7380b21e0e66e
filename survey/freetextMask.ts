/**
 * Takes what points at a person out of a free-text answer before it is written to a file: addresses on the web, e-mail
 * addresses, CPR numbers and phone numbers, in the notations people use. Names are for the human who reviews the texts.
 *
 * A number too many masked costs little, one too few is a breach: any six digits followed by four are masked, whether the
 * date exists or not (people mistype their own number).
 */
export const MASKS = {
  url: "[link]",
  email: "[e-mail]",
  cpr: "[cpr-nummer]",
  phone: "[telefon]",
} as const;
export type MaskKind = keyof typeof MASKS;

export interface MaskedText {
  text: string;
  /** How many of each kind were taken out. */
  found: Record<MaskKind, number>;
}

/** Between the groups of a CPR number: nothing, a blank, a hyphen or dash, a dot, a slash; blanks around it too. */
const GAP = String.raw`[\s.,:/_\-\u2010-\u2015]{0,3}`;
const START = String.raw`(?<!\d)`;
const END = String.raw`(?!\d)`;
/** Danish numbers have eight digits and never begin with 0 or 1. */
const LOCAL_NUMBER = [
  String.raw`[2-9]\d{7}`,
  String.raw`[2-9]\d(?:[ \u00a0.\-]{1,2}\d\d){3}`,
  String.raw`(?!(?:19|20)\d\d[ \u00a0](?:19|20)\d\d)[2-9]\d{3}[ \u00a0]\d{4}`,
  String.raw`[2-9]\d[ \u00a0]\d{3}[ \u00a0]\d{3}`,
  String.raw`[2-9]\d{2}[ \u00a0]\d{2}[ \u00a0]\d{3}`,
].join("|");

/** Day (with the 60 of a replacement number), month and year, taken apart. */
const DATE = `(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])${GAP}(?:0[1-9]|1[0-2])${GAP}(?:(?:18|19|20)\\d{2}|\\d{2})`;
const CPR = `(?:\\d{6}|${DATE})${GAP}\\d{2}${GAP}\\d{2}`;
const FOREIGN_NUMBER = String.raw`(?:(?<![\d+])\+|${START}00)(?=[1-9])(?:[ \u00a0.\-()]{0,2}\d){7,15}`;

/** In this order: an address may hold digits, and a CPR number holds a phone number's worth of them. */
const PATTERNS: readonly [MaskKind, RegExp][] = [
  ["email", /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.\p{L}{2,}/giu],
  ["url", /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu],
  ["url", /(?<![\p{L}\d.-])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,6}\/[^\s<>"]*/giu],
  ["phone", new RegExp(`${FOREIGN_NUMBER}${END}`, "gu")],
  ["cpr", new RegExp(`${START}${CPR}${END}`, "gu")],
  ["phone", new RegExp(`${START}(?:${LOCAL_NUMBER})${END}`, "gu")],
];

/**
 * The text with each find replaced by its mark. Masking again changes nothing.
 *
 * `maskFreetext("Ring 20 30 40 50").text` is `"Ring [telefon]"`.
 */
export function maskFreetext(text: string): MaskedText {
  const found: Record<MaskKind, number> = { url: 0, email: 0, cpr: 0, phone: 0 };
  let masked = text;
  for (const [kind, pattern] of PATTERNS) {
    masked = masked.replaceAll(pattern, () => {
      found[kind] += 1;
      return MASKS[kind];
    });
  }
  return { text: masked, found };
}
