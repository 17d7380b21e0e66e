/** `sms.csv` and, where some numbers should be looked at first, `sms-kontroller.csv`. */
import { typedAddress } from "#survey/contact/link.ts";
import type { Contact } from "#survey/contact/waves.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { fieldsOf, type Addressee } from "./addressee.ts";
import { placeOf, smsSender } from "./place.ts";
import { smsList, type SmsList } from "./smsList.ts";
import type { WaveFile } from "./waveFiles.ts";

export type SmsCounts = Omit<SmsList, "table" | "apart">;

export interface SmsInput {
  round: Round;
  municipality: RoundMunicipality;
  contact: Contact;
  addressees: readonly Addressee[];
}

/** `2026-09-20` as `20/9`. */
const shortDay = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;

/**
 * The files, or null where the municipality sends no text messages.
 * @throws CliError when a text message would give something away
 */
export function smsFiles(input: SmsInput): { files: WaveFile[]; counts: SmsCounts } | null {
  const { round, municipality, contact, addressees } = input;
  if (municipality.sms === "none") return null;
  const people = addressees.map((addressee) => {
    const { Kode: code, Link: link } = fieldsOf(addressee, round, municipality);
    const letter = addressee.channel === "sms" ? null : addressee.channel;
    return { phone: addressee.sms ? addressee.phone : "", code, link, letter };
  });
  const { table, apart, ...counts } = smsList(people, {
    contact,
    way: municipality.sms,
    municipality: placeOf(municipality).fullName,
    sender: smsSender(municipality),
    address: typedAddress(round.baseUrl),
    day: shortDay(round.field.closes),
  });
  const files: WaveFile[] = [{ name: "sms.csv", data: table, rows: counts.messages }];
  if (apart !== null) {
    files.push({ name: "sms-kontroller.csv", data: apart, rows: counts.landline + counts.foreign });
  }
  return { files, counts };
}

/** A phone that is nobody's in the list, so that the text for it is made whoever is on it. */
const ANY_PHONE = "20000000";

/**
 * Makes the text of one message and throws it away: all of a list differ only in code and link.
 * @throws CliError when it would give something away
 */
export function requireSafeTexts(input: SmsInput): void {
  const [first] = input.addressees;
  if (first) smsFiles({ ...input, addressees: [{ ...first, phone: ANY_PHONE, sms: true }] });
}
