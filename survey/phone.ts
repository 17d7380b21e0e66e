/**
 * Phone numbers for text messages, from the spellings that municipal systems export. Danish numbers are eight digits of
 * one plan for mobile and landline; a foreign number is kept when it is a mobile number of its country.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";

/** A placeholder is what people type when they have no number: one digit eight times, or 12345678. */
export type PhoneFault = "empty" | "placeholder" | "invalid";
/** `phone` is E.164: `+45` and eight digits. `country` is the country code in letters, `DK`. */
export type ParsedPhone = { ok: true; phone: string; country: string } | { ok: false; reason: PhoneFault };

/** Eight digits that a Danish mobile or landline number may have; 10 to 19 are short codes. */
const DANISH = /^[2-9]\d{7}$/;
const PLACEHOLDER = /^(\d)\1{7}$|^12345678$|^87654321$|^0+$/;

/** Reads a number such as `20 12 34 56`, `+4520123456`, `0045 20123456`, `20123456.0`, `+46 70 123 45 67`. */
export function parsePhone(cell: string | number): ParsedPhone {
  const text = String(cell)
    .replaceAll(/[\s\u00a0\u200b]/g, "")
    .replace(/^'/, "")
    .replace(/^(\+?\d{8,})[.,]0+$/, "$1");
  if (text === "" || /^-+$/.test(text)) return { ok: false, reason: "empty" };
  const national = text
    .replaceAll(/[-./()]/g, "")
    .replace(/^(\+|00)45/, "")
    .replace(/^45(?=\d{8}$)/, "");
  if (PLACEHOLDER.test(national)) return { ok: false, reason: "placeholder" };
  const number = DANISH.test(national)
    ? parsePhoneNumberFromString(`+45${national}`)
    : parsePhoneNumberFromString(text.replace(/^00/, "+"), "DK");
  if (!number?.isValid()) return { ok: false, reason: "invalid" };
  return { ok: true, phone: number.number, country: number.country ?? "" };
}
