const DIGITS = 13;
const HEX = /^[0-9a-f]{13}/;
const UNITS = 2 ** 52;

/**
 * The ticket value of a person: the first 13 hex digits (52 bits) of HMAC-SHA-256(draw key, CPR) over 2^52, in [0, 1) and
 * exact in a double, so the draw is the same on every machine. Tickets are secret: with one, a CPR number can be found by
 * trial (DESIGN §6).
 * @throws RangeError when the text does not start with 13 small hex digits. The text is not repeated in the message.
 * @example ticketValue("c2cb920cb3105332") // 0.76091873941464994
 */
export function ticketValue(hex: string): number {
  if (!HEX.test(hex)) throw new RangeError("a ticket needs at least 13 small hex digits");
  return Number.parseInt(hex.slice(0, DIGITS), 16) / UNITS;
}
