/** One person of a frozen list, with what the letter needs. */
import { formatCode } from "#survey/code.ts";
import { personalLink } from "#survey/contact/link.ts";
import type { Channel } from "#survey/contact/waves.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { date } from "../report/danish.ts";
import type { Identity } from "./identities.ts";
import type { LetterFields } from "./letterFields.ts";
import { placeOf } from "./place.ts";

export interface Addressee extends Identity {
  respondent: string;
  /** How the letter goes out; on paper or as a text message alone for somebody without Digital Post. */
  channel: Channel;
  /** A text message may be sent to the phone; frozen with the list. */
  sms: boolean;
  /** Canonical personal code. */
  code: string;
}

/** Stands after »Kære« for somebody without a name where others have one. */
const NAMELESS = "borger";

/** The merge fields of a person's letter. */
export function fieldsOf(
  { name, code }: Addressee,
  round: Round,
  municipality: RoundMunicipality,
): LetterFields {
  return {
    Navn: name === "" ? NAMELESS : name,
    Link: personalLink(round.baseUrl, placeOf(municipality).slug, code),
    Kode: formatCode(code),
    Svarfrist: date(round.field.closes),
  };
}
