/**
 * A text as an eye reads it: full-width, circled and other scripts' digits are 0 to 9, signs that take no room are gone, any
 * blank is a blank and any dash a hyphen, and the letters O and l among digits are 0 and 1. It knows where each of its
 * characters stands in the text itself, so that what is found here can be replaced there.
 */
export interface LegibleText {
  text: string;
  /** The place in the text itself of the part of the legible text from `start` to before `end`. */
  origin(start: number, end: number): { start: number; end: number };
}

const NO_ROOM = /^\p{Default_Ignorable_Code_Point}$|^\p{Cf}$/u;
const BLANK = /^[\p{Zs}\t]$/u;
const DASH = /^[\p{Pd}\u2212\u00af\u02d7]$/u;
const DIGIT = /^\p{Nd}$/u;
const SUPERSCRIPT = /^[\u00b2\u00b3\u00b9\u2070-\u209c]$/u;
const DIGITS_AND_OHS = /(?<![\p{L}\d])[oO]*\d[\doO]*(?![\p{L}])/gu;
/** Circled digits that Unicode does not know as such: the first of each row is 1. */
const CIRCLED = [0x27_76, 0x27_80, 0x27_8a];
const ELL_AMONG_DIGITS = /(?<=\d)[lI|](?=\d)/gu;

/** Digits stand in tens, zero first. */
function digitOf(character: string): string {
  const place = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(place - value - 1))) value++;
  return String(value);
}

function legible(character: string): string {
  if (character >= " " && character <= "~") return character;
  if (NO_ROOM.test(character)) return "";
  if (BLANK.test(character)) return " ";
  if (DASH.test(character)) return "-";
  if (SUPERSCRIPT.test(character)) return character;
  const compatible = character.normalize("NFKC");
  const circled = CIRCLED.map((first) => (character.codePointAt(0) ?? 0) - first + 1).find(
    (n) => n > 0 && n < 10,
  );
  if (circled !== undefined) return String(circled);
  if (/^[!-~]$/.test(compatible)) return compatible;
  return DIGIT.test(character) ? digitOf(character) : character;
}

export function legibleText(original: string): LegibleText {
  const places: number[] = [];
  let text = "";
  let at = 0;
  for (const character of original) {
    const shown = legible(character);
    for (let i = 0; i < shown.length; i++) places.push(at);
    text += shown;
    at += character.length;
  }
  places.push(at);
  const lengthAt = (place: number): number => ((original.codePointAt(place) ?? 0) > 0xff_ff ? 2 : 1);
  return {
    text: text
      .replaceAll(DIGITS_AND_OHS, (run) => run.replaceAll(/[oO]/g, "0"))
      .replaceAll(ELL_AMONG_DIGITS, "1"),
    origin: (start, end) => {
      const last = places[end - 1] ?? 0;
      return { start: places[start] ?? at, end: last + lengthAt(last) };
    },
  };
}
