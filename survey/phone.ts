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
/** Numbers are handed out in blocks of ten thousand: the first four digits decide, and there are few of them. */
const BLOCK_DIGITS = 4;
const PLACEHOLDER = /^(\d)\1{7}$|^12345678$|^87654321$|^0+$/;

/** Reads a number such as `20 12 34 56`, `+4520123456`, `0045 20123456`, `20123456.0`, `+46 70 123 45 67`. */
export function parsePhone(cell: string | number): ParsedPhone {
  const plain = String(cell);
  return PLAIN.test(plain) ? danish(plain.replaceAll(" ", "").slice(-DANISH_DIGITS)) : spelt(plain);
}

/** How nearly every number is written: eight digits, alone or in pairs, with or without +45. */
const PLAIN = /^(\+45 ?)?\d\d ?\d\d ?\d\d ?\d\d$/;
const DANISH_DIGITS = 8;

function danish(national: string): ParsedPhone {
  if (PLACEHOLDER.test(national)) return { ok: false, reason: "placeholder" };
  if (!DANISH.test(national) || !isDanishBlock(national)) return { ok: false, reason: "invalid" };
  return { ok: true, phone: `+45${national}`, country: "DK" };
}

function spelt(cell: string): ParsedPhone {
  const text = cell
    .replaceAll(/[\s\u00a0\u200b]/g, "")
    .replace(/^'/, "")
    .replace(/^(\+?\d{8,})[.,]0+$/, "$1");
  if (text === "" || /^-+$/.test(text)) return { ok: false, reason: "empty" };
  const national = text
    .replaceAll(/[-./()]/g, "")
    .replace(/^(\+|00)45/, "")
    .replace(/^45(?=\d{8}$)/, "");
  if (PLACEHOLDER.test(national) || DANISH.test(national)) return danish(national);
  const number = parsePhoneNumberFromString(text.replace(/^00/, "+"), "DK");
  if (!number?.isValid()) return { ok: false, reason: "invalid" };
  return { ok: true, phone: number.number, country: number.country ?? "" };
}

const blocks = new Map<string, boolean>();

/** Whether the number's block is in use: asked once a block, since a frame has hundreds of thousands of numbers. */
function isDanishBlock(national: string): boolean {
  const block = national.slice(0, BLOCK_DIGITS);
  const valid = blocks.get(block) ?? parsePhoneNumberFromString(`+45${national}`)?.isValid() ?? false;
  blocks.set(block, valid);
  return valid;
}
