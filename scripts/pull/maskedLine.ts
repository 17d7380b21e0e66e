/** One line of what was taken out of texts. */
import { MASK_KINDS, type MaskKind } from "#survey/freetext/span.ts";

const NAMES: Record<MaskKind, readonly [one: string, many: string]> = {
  cpr: ["CPR number", "CPR numbers"],
  phone: ["phone number", "phone numbers"],
  email: ["e-mail address", "e-mail addresses"],
  url: ["link", "links"],
  name: ["name", "names"],
  birth: ["date of birth", "dates of birth"],
  account: ["account number", "account numbers"],
};

/** `taken out of the texts: 1 CPR number, 3 names`. */
export function maskedLine(masked: Readonly<Record<MaskKind, number>>): string {
  const parts = MASK_KINDS.filter((kind) => masked[kind] > 0).map(
    (kind) => `${masked[kind]} ${NAMES[kind][masked[kind] === 1 ? 0 : 1]}`,
  );
  return parts.length === 0
    ? "nothing had to be taken out of the texts"
    : `taken out of the texts: ${parts.join(", ")}`;
}
