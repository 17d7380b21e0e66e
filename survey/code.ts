/**
 * The personal code (token): 15 Crockford base32 symbols (75 bits) and one check symbol, shown `XXXX-XXXX-XXXX-XXXX`.
 *
 * The check symbol makes Σ αⁱ·dᵢ = 0 over GF(32), i the place from the right and α a generator of the field
 * (x⁵ + x² + 1). One wrong symbol changes the sum by αⁱ·δ, two swapped neighbours by (αⁱ + αⁱ⁺¹)·δ: neither is zero,
 * so every single slip and every swap of neighbours is caught.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const DATA_SYMBOLS = 15;
const CODE_SYMBOLS = DATA_SYMBOLS + 1;
/** Bytes of entropy a code is made from: the first 75 bits are used. */
export const CODE_BYTES = 10;

const timesAlpha = (element: number): number => ((element << 1) ^ (element & 16 ? 0b100101 : 0)) & 31;

/** Horner's rule for Σ αⁱ·dᵢ, the last symbol at i = 0. */
const syndrome = (values: readonly number[]): number =>
  values.reduce((sum, value) => timesAlpha(sum) ^ value, 0);

export type ParsedCode =
  /** `code` is the canonical form: 16 symbols, no hyphens. */
  | { ok: true; code: string }
  /** `slip`: too few or too many symbols, one that no code has, or a check symbol that does not fit. */
  | { ok: false; reason: "empty" | "slip" };

/**
 * The canonical code made from 10 bytes (the first 75 bits).
 * @throws RangeError when there are fewer than 10 bytes.
 */
export function codeFromBytes(bytes: Uint8Array): string {
  if (bytes.length < CODE_BYTES)
    throw new RangeError(`a code needs ${CODE_BYTES} bytes, got ${bytes.length}`);
  const values: number[] = [];
  for (let symbol = 0; symbol < DATA_SYMBOLS; symbol++) {
    let value = 0;
    for (let bit = symbol * 5; bit < symbol * 5 + 5; bit++) {
      value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    values.push(value);
  }
  values.push(syndrome([...values, 0]));
  return values.map((value) => ALPHABET[value]).join("");
}

/** Reads what a person typed: case, blanks and hyphens do not matter, O is 0, I and L are 1. */
export function parseCode(typed: string): ParsedCode {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, "")
    .replaceAll(/O/g, "0")
    .replaceAll(/[IL]/g, "1");
  if (!code) return { ok: false, reason: "empty" };
  const values = Array.from(code, (symbol) => ALPHABET.indexOf(symbol));
  return values.length === CODE_SYMBOLS && !values.includes(-1) && syndrome(values) === 0
    ? { ok: true, code }
    : { ok: false, reason: "slip" };
}

/** `XXXX-XXXX-XXXX-XXXX` of a canonical code. */
export const formatCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1-");

/** Bytes as symbols of the same alphabet, five bits of each: for names that are nobody's. */
export const symbolsOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");
