/**
 * Takes what points at a person out of a free-text answer before it is written to a file: CPR and phone numbers, e-mail
 * addresses, links, account numbers, dates of birth, the writer's own name, and the names of the people they have met.
 * A human reads what is left before anything is published.
 */
import { emailSpans, linkSpans } from "./addresses.ts";
import { legibleText } from "./legibleText.ts";
import { accountSpans, birthSpans, cprSpans, foreignPhoneSpans, phoneSpans } from "./numbers.ts";
import { numberWordSpans } from "./numberWords.ts";
import { otherNameSpans } from "./otherNames.ts";
import { ownNameSpans } from "./ownName.ts";
import { ownNumberSpans } from "./ownNumbers.ts";
import { MASK_KINDS, MASKS, type KnownPerson, type MaskKind, type Span } from "./span.ts";

export interface MaskedText {
  text: string;
  /** How many of each kind were taken out. */
  found: Record<MaskKind, number>;
}

type Detector = (text: string, person: KnownPerson) => Span[];

/** In this order, and what one has found the next does not see: an address may hold digits and names. */
const DETECTORS: readonly Detector[] = [
  markSpans,
  emailSpans,
  linkSpans,
  accountSpans,
  foreignPhoneSpans,
  cprSpans,
  ownNumberSpans,
  birthSpans,
  phoneSpans,
  numberWordSpans,
  ownNameSpans,
  otherNameSpans,
];

/** Stands where something was found already. */
const TAKEN = "\ue000";
const MARK = /\[(?:link|e-mail|kontonummer|CPR-nummer|telefon|fødselsdato|navn)\]/g;

/** Marks of an earlier masking stay as they are. */
function markSpans(text: string): Span[] {
  const kinds = new Map<string, MaskKind>(MASK_KINDS.map((kind) => [MASKS[kind], kind]));
  return [...text.matchAll(MARK)].flatMap((match): Span[] => {
    const kind = kinds.get(match[0]);
    return kind ? [{ start: match.index, end: match.index + match[0].length, kind }] : [];
  });
}

export const noneFound = (): Record<MaskKind, number> => ({
  url: 0,
  email: 0,
  account: 0,
  cpr: 0,
  phone: 0,
  birth: 0,
  name: 0,
});

/** Overlapping spans of one detector become one. */
function united(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/** Parts of one name become one mark: `[navn]-[navn]`, `[navn] [navn]`. */
function joined(spans: readonly Span[], text: string): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const between = last ? text.slice(last.end, span.start) : "";
    if (last?.kind === "name" && span.kind === "name" && /^[ -]?$/.test(between)) last.end = span.end;
    else result.push({ ...span });
  }
  return result;
}

function legibleSpans(text: string, person: KnownPerson): Span[] {
  let rest = text;
  const spans: Span[] = [];
  for (const detect of DETECTORS) {
    const found = united(detect(rest, person));
    spans.push(...found);
    for (const { start, end } of found) {
      rest = rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end);
    }
  }
  return joined(united(spans), text);
}

/**
 * Where the text points at somebody, in order and without overlap; marks of an earlier masking are among them.
 * @param text in Unicode's composed form (NFC).
 */
export function personalSpans(text: string, person: KnownPerson = {}): Span[] {
  const legible = legibleText(text);
  return legibleSpans(legible.text, person).map(({ start, end, kind }) => ({
    ...legible.origin(start, end),
    kind,
  }));
}

/**
 * The text with each find replaced by its mark. Masking again changes nothing.
 *
 * `maskFreetext("Ring 20 30 40 50").text` is `"Ring [telefon]"`.
 */
export function maskFreetext(text: string, person: KnownPerson = {}): MaskedText {
  const composed = text.normalize("NFC");
  const found = noneFound();
  let masked = "";
  let at = 0;
  for (const { start, end, kind } of personalSpans(composed, person)) {
    masked += composed.slice(at, start) + MASKS[kind];
    at = end;
    if (composed.slice(start, end) !== MASKS[kind]) found[kind] += 1;
  }
  return { text: masked + composed.slice(at), found };
}
