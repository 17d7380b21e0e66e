/** Every file of one batch of a municipality's wave, as bytes or text; the same input gives the same bytes. */
import { personalLink, pageAddress, typedAddress } from "#survey/contact/link.ts";
import { smsSenderOf } from "#survey/contact/smsSender.ts";
import type { Wave } from "#survey/contact/waves.ts";
import { formatCode } from "#survey/code.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { letterBlocks, letterSubject, type LetterContext } from "#survey/texts/letters.da.ts";
import { date } from "../report/danish.ts";
import { batchFolder } from "./batchFolder.ts";
import { guideFile } from "./guideFile.ts";
import type { GuideContext } from "./guideText.ts";
import type { Identity } from "./identities.ts";
import { letterFile, type LetterFile } from "./letterFile.ts";
import { mergeCsv, mergeWorkbook, openPostbudCsv, type MergeRow } from "./mergeFiles.ts";
import { RECIPIENTS_FILE, recipientsTable } from "./recipients.ts";
import { smsList, type SmsList } from "./smsList.ts";

export interface Addressee extends Identity {
  respondent: string;
  /** Canonical personal code. */
  code: string;
}

export interface WaveInput {
  round: Round;
  municipality: RoundMunicipality;
  wave: Wave;
  /** 0 is the first sample of the municipality, 1 its first supplement. */
  batch: number;
  /** In the order of the respondent numbers. */
  addressees: readonly Addressee[];
  /** True when the municipality has delivered names. */
  named: boolean;
}

/** Stands after »Kære« for somebody without a name where others have one. */
const NAMELESS = "borger";

export interface WaveFile {
  name: string;
  data: Uint8Array | string;
  rows?: number;
}

export interface WaveFiles {
  files: WaveFile[];
  /** null where the municipality sends no text messages. */
  sms: Pick<SmsList, "messages" | "parts" | "without"> | null;
}

interface Place {
  fullName: string;
  slug: string;
}

function placeOf({ code }: RoundMunicipality): Place & { name: string } {
  const place = municipalityOf(code);
  if (!place) throw new RangeError(`unknown municipality ${code}`);
  return place;
}

const dayOf = ({ round, wave }: WaveInput): string => round.field.waves[wave] ?? round.field.opens;

function mergeRows(input: WaveInput, { slug }: Place): MergeRow[] {
  const { round, addressees } = input;
  const deadline = date(round.field.closes);
  return addressees.map(({ cpr, name, code }) => ({
    CPR: cpr,
    Navn: name === "" ? NAMELESS : name,
    Link: personalLink(round.baseUrl, slug, code),
    Kode: formatCode(code),
    Svarfrist: deadline,
  }));
}

function letterContext(input: WaveInput, { fullName, slug }: Place): LetterContext {
  const { round, municipality } = input;
  const page = pageAddress(round.baseUrl, slug);
  return {
    sender: municipality.sender ?? fullName,
    term: municipality.term,
    typedAddress: typedAddress(round.baseUrl),
    pageAddress: page,
    privacyAddress: `${round.baseUrl}/privatliv/`,
    optOutAddress: `${page}afmeld/`,
    contactName: municipality.contact.name,
    contactPhone: municipality.contact.phone,
    contactEmail: municipality.contact.email,
    processor: round.privacy.processor,
  };
}

function letterOf(input: WaveInput, place: Place): LetterFile {
  const context = letterContext(input, place);
  return {
    subject: letterSubject(input.wave, place.fullName),
    sender: context.sender,
    sentOn: date(dayOf(input)),
    sentOnIso: dayOf(input),
    blocks: letterBlocks(input.wave, context, input.named),
  };
}

function smsOf(input: WaveInput, place: Place & { name: string }): SmsList | null {
  const { round, municipality, wave } = input;
  if (municipality.sms === "none") return null;
  const people = input.addressees.map(({ phone, code }) => ({
    phone,
    code: formatCode(code),
    link: personalLink(round.baseUrl, place.slug, code),
  }));
  return smsList(people, {
    wave,
    way: municipality.sms,
    municipality: place.fullName,
    sender: smsSenderOf(place),
    deadline: date(round.field.closes),
  });
}

async function documents(input: WaveInput, letter: LetterFile, guide: GuideContext): Promise<WaveFile[]> {
  const day = dayOf(input);
  return [
    { name: "brev.docx", data: await letterFile(letter, "word") },
    { name: "brev-openpostbud.docx", data: await letterFile(letter, "openpostbud") },
    { name: "vejledning.docx", data: await guideFile(guide, day) },
  ];
}

async function tables(input: WaveInput, place: Place, subject: string): Promise<WaveFile[]> {
  const { named } = input;
  const data = mergeRows(input, place);
  const rows = data.length;
  return [
    { name: "flettefil.xlsx", data: await mergeWorkbook(data, named, dayOf(input)), rows },
    { name: "flettefil.csv", data: mergeCsv(data, named), rows },
    { name: "flettefil-openpostbud.csv", data: openPostbudCsv(data, named, subject), rows },
  ];
}

/**
 * All files of the wave, named from the round folder; the frozen list first, so that a crash between the files leaves a
 * list that the next run repeats.
 * @throws CliError when a text message would give something away.
 */
export async function waveFiles(input: WaveInput): Promise<WaveFiles> {
  const { round, municipality, wave, batch, addressees, named } = input;
  const place = placeOf(municipality);
  const letter = letterOf(input, place);
  const sms = smsOf(input, place);
  const guide: GuideContext = {
    municipality: place.fullName,
    wave,
    sendOn: letter.sentOn,
    deadline: date(round.field.closes),
    letters: addressees.length,
    messages: sms?.messages ?? null,
    smsSender: smsSenderOf(place),
    named,
  };
  const list = addressees.map(({ respondent }) => respondent);
  const files: WaveFile[] = [
    { name: RECIPIENTS_FILE, data: recipientsTable(wave, municipality.code, list), rows: list.length },
    ...(await tables(input, place, letter.subject)),
    ...(await documents(input, letter, guide)),
    ...(sms ? [{ name: "sms.csv", data: sms.table, rows: sms.messages }] : []),
  ];
  const folder = batchFolder(wave, { municipality: municipality.code, batch });
  return { files: files.map((file) => ({ ...file, name: folder + file.name })), sms };
}
