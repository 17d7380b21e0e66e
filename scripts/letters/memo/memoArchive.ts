/** `memo.zip`: the letters of a wave as messages of Digital Post, one XML file each, named by the message's number. */
import { municipalityOf } from "#survey/municipalities.ts";
import type { IsoDate } from "#survey/dates.ts";
import type { RoundMunicipality } from "#survey/round.ts";
import { zipArchive, type ZipEntry } from "../../io/zip.ts";
import type { LetterFields } from "../letterFields.ts";
import { memoFaults } from "./faults.ts";
import { letterHtml, type LetterDocument } from "./letterHtml.ts";
import { memoXml, messageUuid } from "./message.ts";

export interface MemoLetter {
  respondent: string;
  cpr: string;
  fields: LetterFields;
}

export interface MemoWave {
  roundId: string;
  wave: number;
  municipality: RoundMunicipality;
  /** The day the letters go out. */
  day: IsoDate;
  document: LetterDocument;
}

/** The CVR number that stands in the data controller's name and address, eight digits, or null. */
export function cvrOf({ controller }: Pick<RoundMunicipality, "controller">): string | null {
  const digits = /CVR\D{0,12}((?:\d[ .]?){8})(?!\d)/i.exec(controller)?.[1];
  return digits === undefined ? null : digits.replaceAll(/\D/g, "");
}

/**
 * The archive, or null when the settings name no CVR number to send from.
 * @throws Error when a message lacks something mandatory: a bug, since all of it comes from checked settings
 */
export function memoArchive(wave: MemoWave, letters: readonly MemoLetter[]): Uint8Array | null {
  const cvr = cvrOf(wave.municipality);
  const place = municipalityOf(wave.municipality.code);
  if (cvr === null || place === null) return null;
  return zipArchive(messages(wave, { cvr, name: place.fullName }, letters));
}

function* messages(
  { roundId, wave, day, document }: MemoWave,
  sender: { cvr: string; name: string },
  letters: readonly MemoLetter[],
): Generator<ZipEntry> {
  for (const { respondent, cpr, fields } of letters) {
    const uuid = messageUuid(roundId, String(wave), respondent, fields.Kode);
    const xml = memoXml({
      uuid,
      label: document.subject,
      sender,
      cpr,
      createdAt: `${day}T08:00:00Z`,
      html: letterHtml(document, fields),
      link: fields.Link,
    });
    const faults = memoFaults(xml);
    if (faults.length > 0)
      throw new Error(`a MeMo message of ${respondent} does not fit: ${faults.join(", ")}`);
    yield { name: `${uuid}.xml`, data: xml };
  }
}
