/**
 * CPR numbers, phone numbers, account numbers and dates of birth. A number too many masked costs little, one too few is a
 * breach: any six digits followed by four are masked, whether the date exists or not (people mistype their own number).
 */
import { CPR_NUMBER, GAP, PHONE_NUMBER } from "./contactPatterns.ts";
import { spansOf, type MaskKind, type Span } from "./span.ts";

const START = String.raw`(?<![\d])(?<!\d[.,])`;
const END = String.raw`(?![\d])(?![.,]\d{3})`;
const NO_DIGIT = [String.raw`(?<!\d)`, String.raw`(?!\d)`] as const;

const MONTH_NAME =
  "(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const SMALL_DATE = String.raw`(?:0?[1-9]|[12]\d|3[01])[./\- ]{1,2}(?:0?[1-9]|1[0-2])[./\- ]{1,2}(?:(?:19|20)\d{2}|\d{2})`;
const WORD_DATE = String.raw`(?:0?[1-9]|[12]\d|3[01])\.?\s{0,2}${MONTH_NAME}\.?\s{0,2}(?:(?:19|20)\d{2}|\d{2})`;
const ANY_DATE = String.raw`(?:${WORD_DATE}|${SMALL_DATE}|\d{6}|\d{8})`;

const DAY = String.raw`(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])`;
const BREAK = String.raw`[ \u00a0.\-]`;

/** Rarer notations of a CPR number, besides the usual ones. */
const CPR_PATTERNS = [
  `${NO_DIGIT[0]}${CPR_NUMBER}${NO_DIGIT[1]}`,
  // 1/4-62-1239 and 12. april 1962-1239
  String.raw`(?<!\d)(?:${SMALL_DATE}|${WORD_DATE})\s?-\s?\d{4}(?!\d)`,
  // Excel has dropped the leading zero.
  String.raw`(?<![\d-])\d{5}-\d{4}(?![\d-])`,
  String.raw`(?<!\d)[1-9](?:0[1-9]|1[0-2])\d{6}(?!\d)`,
  // 120 462 1239: in threes, but still a date.
  String.raw`(?<!\d)(?<!\d[.,])${DAY}(?:0${BREAK}[1-9]|1${BREAK}[0-2])\d{2}${BREAK}\d{4}(?!\d)`,
  // 120462*1239, 120462 (1239), 120462 ... 1239
  String.raw`(?<!\d)${DAY}(?:0[1-9]|1[0-2])\d{2}[^\p{L}\d\ue000]{1,5}\d{4}(?!\d)`,
  // One digit at a time.
  String.raw`(?<!\d)\d(?:[ .\-]{1,3}\d){9}(?!\d)(?!\s?-\s?\d)`,
  // Digits hidden as x are a number half told.
  String.raw`(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?-?\s?[xX*]{4}`,
  String.raw`(?:sidste|seneste)\s+(?:fire|4)(?:\s+(?:cifre|tal|i mit cpr[\p{L}-]*|af mit cpr[\p{L}-]*))*\s*(?:er|:|=)?\s*(?<what>\d{4})(?!\d)`,
  String.raw`\bcpr[\p{L}.:-]*(?:\s*(?:nr|nummer)\.?:?)?(?:\s+er)?[\s:]*(?<what>\d{6}(?:${GAP}\d{1,4})?)(?!\d)`,
];

const BIRTH_PATTERNS = [
  String.raw`(?:født|fødselsdag(?:en)?|fødselsdato(?:en)?|fødselsår(?:et)?|årgang)(?:\s+(?:er|den|d\.?|i|på)|\s*[:=])*\s*(?:den\s+|d\.\s*)?(?<what>${ANY_DATE})(?!\d)`,
];

const ACCOUNT_PATTERNS = [
  String.raw`(?:konto(?:en|nr|nummer|nummeret)?|nemkonto(?:en)?|reg(?:istrerings)?\.?\s?(?:nr|nummer))\.?(?:\s+(?:nr|nummer|er|på))?[\s.:]*(?<what>\d{4}[ \-/]*(?:konto(?:nr|nummer)?[.: ]*)?\d{6,10}|\d{7,14})(?!\d)`,
  String.raw`(?<!\d)\d{4}[ \-]\d{10}(?!\d)`,
  String.raw`\bDK\d{2}(?: ?\d{4}){3} ?\d{2}(?!\d)`,
];

/** What stands before or after eight digits that are no phone number. */
const NO_PHONE_BEFORE = String.raw`(?<!(?:\b(?:kr|kroner|beløb|dkk|cvr(?:[-. ]?nr|[-. ]?nummer)?|ean(?:[-. ]?nr|[-. ]?nummer)?|p-?nr|journalnr|j\.?\s?nr|sags?[-. ]?nr|sags?nummer|lov\s?nr|lbk\s?nr|bek(?:endtgørelse)?\s?nr|uger?|ugerne|side|paragraf)|§)[.:]{0,2}\s{0,2})`;
const NO_PHONE_AFTER = String.raw`(?!\s{0,2}(?:kr\b|kroner|dkk|,-|,00|%|procent|timer|dage|uger|måneder|gange))`;
const PHONE_WORD = String.raw`(?:tlf|telefon\p{L}*|mobil\p{L}*|ring(?:e|er)?(?:\s+(?:til|på|mig|gerne))*|sms(?:'?e)?(?:\s+(?:til|på|mig))*|nummer(?:et)?\s+er|træffes\s+på|kontakt(?:es)?(?:\s+(?:mig|på))*)`;

const PHONE_PATTERNS = [
  `${NO_PHONE_BEFORE}${START}(?:${PHONE_NUMBER})${END}${NO_PHONE_AFTER}`,
  // 20 3040 50, 20_30_40_50; no day, year and month.
  String.raw`${NO_PHONE_BEFORE}${START}(?:[2-9]\d[ \u00a0](?!19|20)\d{4}[ \u00a0]\d{2}|[2-9]\d(?:_\d{2}){3})${END}${NO_PHONE_AFTER}`,
  // After »ring til« any eight digits are one, also from 0 or 1.
  String.raw`\b${PHONE_WORD}\.?(?:\s?nr\.?)?[\s:]*(?:på\s+)?(?<what>\d(?:[ .\-/]{0,2}\d){7})(?!\d)`,
  String.raw`(?<!\d)(?<!\d[ .\-]{1,3})[2-9](?:[ .\-]{1,3}\d){7}(?!\d)(?![ .\-]{1,3}\d(?!\d))`,
];
const FOREIGN_PATTERNS = [
  String.raw`(?:(?<![\d+])(?:\(\+|\+)|(?<!\d)\(?00)(?=[1-9])(?:[ .\-()/]{0,3}\d){7,15}(?!\d)`,
  // Danish with its country code alone: no CPR number begins with 45.
  String.raw`(?<!\d)45[ \-]?(?:${PHONE_NUMBER})(?!\d)`,
];

const compile = (sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(source, "giu"));
const finder = (kind: MaskKind, sources: readonly string[]) => {
  const patterns = compile(sources);
  return (text: string): Span[] => patterns.flatMap((pattern) => spansOf(kind, pattern, text));
};

export const accountSpans = finder("account", ACCOUNT_PATTERNS);
/** With a country code: before CPR numbers, which have as many digits. */
export const foreignPhoneSpans = finder("phone", FOREIGN_PATTERNS);
export const cprSpans = finder("cpr", CPR_PATTERNS);
export const birthSpans = finder("birth", BIRTH_PATTERNS);
/** After CPR numbers, which hold a phone number's worth of digits. */
export const phoneSpans = finder("phone", PHONE_PATTERNS);
