/**
 * How large a text message is. The GSM 7-bit alphabet holds 160 characters in one message and 153 in each part of a
 * longer one; a single character outside it (a curly quote, an en dash, …) turns the whole message into UCS-2 with 70
 * and 67. Source: 3GPP TS 23.038 (alphabet and its extension table) and TS 23.040 (the 6-byte header of a part).
 */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Characters that take an escape and one more place. */
const EXTENSION = new Set("\f^{}\\[~]|€");

export interface SmsSize {
  encoding: "gsm-7" | "ucs-2";
  /** Places taken: septets in GSM-7, 16-bit units in UCS-2. */
  units: number;
  /** Messages that are sent and paid for; at least 1. */
  parts: number;
}

const LIMITS = { "gsm-7": { single: 160, part: 153 }, "ucs-2": { single: 70, part: 67 } } as const;

/** The longest name that may stand as the sender of a message (3GPP TS 23.040: 11 characters of 7 bits). */
export const SMS_SENDER_MAX = 11;

/** Characters of the text that GSM-7 does not have, each once, in their order. */
export const outsideGsm7 = (text: string): string[] => [
  ...new Set(Array.from(text).filter((c) => !BASIC.has(c) && !EXTENSION.has(c))),
];

/**
 * Encoding, size and number of parts of a message. A character of two places is never cut between two parts.
 *
 * `smsSize("Æblegrød").parts` is 1; `smsSize("x".repeat(161)).parts` is 2.
 */
export function smsSize(text: string): SmsSize {
  const encoding = outsideGsm7(text).length === 0 ? "gsm-7" : "ucs-2";
  const places = Array.from(text, (c) => (encoding === "gsm-7" ? (EXTENSION.has(c) ? 2 : 1) : c.length));
  const units = places.reduce((sum, n) => sum + n, 0);
  const { single, part } = LIMITS[encoding];
  return { encoding, units, parts: units <= single ? 1 : partsOf(places, part) };
}

function partsOf(places: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const n of places) {
    if (used + n > room) {
      parts += 1;
      used = 0;
    }
    used += n;
  }
  return parts;
}
