/** The writer's own CPR number and phone number in any grouping of their digits, and the last four digits alone. */
import { spansOf, type KnownPerson, type MaskKind, type Span } from "./span.ts";

const anyGrouping = (digits: string): string => Array.from(digits).join(String.raw`[\s.,:/_\-]{0,3}`);
const whole = (source: string): RegExp => new RegExp(`(?<!\\d)${source}(?!\\d)`, "gu");

function digitSpans(kind: MaskKind, digits: string, text: string): Span[] {
  return digits === "" ? [] : spansOf(kind, whole(anyGrouping(digits)), text);
}

/** The serial could be a year, and a year says nothing. */
const isYear = (serial: string): boolean => /^(?:19|20)\d\d$/.test(serial);

export function ownNumberSpans(text: string, { cpr = "", phone = "" }: KnownPerson): Span[] {
  const serial = cpr.slice(6);
  const national = phone.replaceAll(/\D/g, "").replace(/^(?:00)?45(?=\d{8}$)/, "");
  return [
    ...digitSpans("cpr", cpr, text),
    ...(serial.length === 4 && !isYear(serial) ? spansOf("cpr", whole(serial), text) : []),
    ...(national.length >= 8 ? digitSpans("phone", national, text) : []),
  ];
}
