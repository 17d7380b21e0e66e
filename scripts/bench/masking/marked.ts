/** A made-up text with what must be masked marked in it: `Ring til ⟦phone:20 30 40 50⟧ i morgen`. */
import type { KnownPerson, MaskKind } from "#survey/freetext/span.ts";

export interface Secret {
  kind: MaskKind;
  start: number;
  end: number;
}

export interface MarkedText {
  /** What the text tries: a notation, or a thing that looks like one. */
  group: string;
  text: string;
  secrets: Secret[];
  person: KnownPerson;
}

const MARKED = /⟦(\w+):([^⟧]*)⟧/gu;
const KINDS: readonly string[] = [
  "url",
  "email",
  "account",
  "cpr",
  "phone",
  "birth",
  "name",
] satisfies MaskKind[];
const isKind = (kind: string): kind is MaskKind => KINDS.includes(kind);

/** @throws Error when a mark has a kind that does not exist. */
export function markedText(group: string, marked: string, person: KnownPerson = {}): MarkedText {
  const secrets: Secret[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.normalize("NFC").matchAll(MARKED)) {
    const [whole, kind = "", value = ""] = match;
    if (!isKind(kind)) throw new Error(`no kind of mask: ${kind}`);
    text += marked.normalize("NFC").slice(at, match.index);
    secrets.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
    at = match.index + whole.length;
  }
  return { group, text: text + marked.normalize("NFC").slice(at), secrets, person };
}
