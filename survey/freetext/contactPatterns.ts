/**
 * What a CPR number, a Danish phone number and an e-mail address look like in the notations that most people use, as sources
 * of regular expressions. Both the masking of what was written and the questionnaire's advice while it is being written are
 * made of these. No lookbehind and no Unicode classes: old phones cannot read them.
 *
 * Who uses them sets the borders: no digit before or after a number.
 */

/** Between the groups of a CPR number: nothing, a blank, a hyphen or dash, a dot, a slash; blanks around it too. */
export const GAP = String.raw`[\s.,:/_\-\u2010-\u2015]{0,3}`;

const DAY = String.raw`(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])`;
const MONTH = String.raw`(?:0[1-9]|1[0-2])`;
const TIME = String.raw`\s{1,2}(?:[01]\d|2[0-3])[.:][0-5]\d(?!\d)`;

const NEXT_DATE = String.raw`[\s.,/_\-\u2010-\u2015]{0,3}\d{1,2}[./\-]\d{1,2}[./\-]\d`;

/** Day (with the 60 of a replacement number), month and year, taken apart; no clock time and no other date after it. */
const SPLIT_DATE = String.raw`${DAY}${GAP}${MONTH}${GAP}(?:(?:18|19|20)\d{2}|\d{2})(?!${TIME}|${NEXT_DATE})`;
/** Four digits, in two pairs only when they stand apart from the date. */
const SERIAL = String.raw`(?:${GAP}\d{4}|[\s.,:/_\-\u2010-\u2015]{1,3}\d{2}${GAP}\d{2})`;

/**
 * Six digits or a date taken apart, then four digits. Six digits need not be a date: people mistype their own number. But
 * six digits, a blank and a year are an amount and a year unless the six are a date.
 */
export const CPR_NUMBER = String.raw`(?!(?:(?:19|20)\d\d[\s,]{1,2}){2}(?:19|20)\d\d(?!\d))(?:(?!(?!${DAY}${MONTH})\d{6}\s+(?:19|20)\d\d(?!\d))\d{6}|${SPLIT_DATE})${SERIAL}`;

/** Danish numbers have eight digits and never begin with 0 or 1. Neither two years beside each other nor round millions. */
export const PHONE_NUMBER = [
  String.raw`[2-9]\d{7}`,
  String.raw`[2-9]\d(?:[ \u00a0.\-/]{1,2}\d\d){3}`,
  String.raw`(?!(?:19|20)\d\d[ \u00a0\-](?:19|20)\d\d)[2-9]\d{3}[ \u00a0\-]\d{4}`,
  String.raw`[2-9]\d[ \u00a0](?!000[ \u00a0]000)\d{3}[ \u00a0]\d{3}`,
  String.raw`[2-9]\d{2}[ \u00a0]\d{2}[ \u00a0]\d{3}`,
  String.raw`[2-9]\d{2}[ \u00a0]\d{3}[ \u00a0]\d{2}`,
  String.raw`(?!(?:[12]\d|3[01])[ \u00a0](?:0[1-9]|1[0-2])[ \u00a0](?:19|20))[2-9]\d[ \u00a0]\d{2}[ \u00a0]\d{4}`,
  String.raw`(?!(?:19|20)\d\d[ \u00a0]\d\d[ \u00a0]\d\d)[2-9]\d{3}[ \u00a0]\d{2}[ \u00a0]\d{2}`,
  String.raw`[2-9]\d[ \u00a0]\d{6}`,
].join("|");

/** `hanne@example.dk`, blanks around the sign too. */
export const EMAIL_ADDRESS = String.raw`[^\s@<>()[\]"',;:]+ ?@ ?[^\s@<>()[\]"',;:]+\.[^\s@<>()[\]"',;:.\d]{2,}`;
