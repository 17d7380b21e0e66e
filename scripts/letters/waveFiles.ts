/** Every file of one batch of a municipality's wave, as bytes or text; the same input gives the same bytes. */
import type { Wave } from "#survey/contact/waves.ts";
import { reportDay } from "#survey/contact/workingDays.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { letterBlocks, letterSubject } from "#survey/texts/letters.da.ts";
import { date } from "../report/danish.ts";
import { fieldsOf, type Addressee } from "./addressee.ts";
import { batchFolder } from "./batchFolder.ts";
import { guideFile } from "./guideFile.ts";
import { guideBlocks } from "./guideText.ts";
import { letterFile } from "./letterFile.ts";
import { letterBundle, singleLetters, type PdfLetter } from "./letterPdfs.ts";
import { memoArchive } from "./memo/memoArchive.ts";
import { mergeCsv, mergeWorkbook, openPostbudCsv } from "./mergeFiles.ts";
import type { LetterText } from "./pdf/letterPdf.ts";
import { letterContext, placeOf, smsSender } from "./place.ts";
import { RECIPIENTS_FILE, recipientsTable, type FrozenList } from "./recipients.ts";
import { smsFiles, type SmsCounts } from "./smsFiles.ts";

export interface WaveInput {
  round: Round;
  municipality: RoundMunicipality;
  wave: Wave;
  /** 0 is the first sample of the municipality, 1 its first supplement. */
  batch: number;
  /** The list as it is frozen. */
  frozen: FrozenList;
  /** The same people with what their letters need, in the same order. */
  addressees: readonly Addressee[];
  /** True when the municipality has delivered names. */
  named: boolean;
  /** `brev.docx` as the municipality has written it; null when it uses the one that is made here. */
  ownLetter: Uint8Array | null;
  /** Also one PDF file a letter. */
  single: boolean;
}

export interface WaveFile {
  name: string;
  data: Uint8Array | string;
  rows?: number;
}

export interface WaveFiles {
  files: WaveFile[];
  /** null where the municipality sends no text messages. */
  sms: SmsCounts | null;
}

type Letter = PdfLetter & { channel: Addressee["channel"] };

const dayOf = ({ round, wave }: Pick<WaveInput, "round" | "wave">): string =>
  round.field.waves[wave] ?? round.field.opens;

const lettersOf = ({ addressees, round, municipality }: WaveInput): Letter[] =>
  addressees.map((addressee) => ({ ...addressee, fields: fieldsOf(addressee, round, municipality) }));

/** The letter's text; with `qr` as it is printed. */
export function textOf(
  input: Pick<WaveInput, "round" | "municipality" | "wave" | "named">,
  qr: boolean,
): LetterText {
  const { round, municipality, wave, named } = input;
  const context = letterContext(round, municipality);
  return {
    subject: letterSubject(wave, placeOf(municipality).fullName),
    sender: context.sender,
    sentOn: date(dayOf(input)),
    sentOnIso: dayOf(input),
    blocks: letterBlocks(wave, context, { named, qr }),
  };
}

/** The lists that a program merges with the letter; those for paper apart, since another machine sends them. */
async function mergeFiles(
  input: WaveInput,
  letters: readonly Letter[],
  subject: string,
): Promise<WaveFile[]> {
  const { named } = input;
  const rowsFor = (channel: Letter["channel"]) =>
    letters
      .filter((letter) => letter.channel === channel)
      .map(({ cpr, fields }) => ({ CPR: cpr, ...fields }));
  const [digital, paper] = [rowsFor("digital"), rowsFor("paper")];
  const book = async (name: string, rows: typeof digital): Promise<WaveFile> => ({
    name,
    data: await mergeWorkbook(rows, named, dayOf(input)),
    rows: rows.length,
  });
  const rows = digital.length;
  return [
    await book("flettefil.xlsx", digital),
    { name: "flettefil.csv", data: mergeCsv(digital, named), rows },
    { name: "flettefil-openpostbud.csv", data: openPostbudCsv(digital, named, subject), rows },
    ...(paper.length === 0
      ? []
      : [
          await book("flettefil-papir.xlsx", paper),
          { name: "flettefil-papir.csv", data: mergeCsv(paper, named), rows: paper.length },
        ]),
  ];
}

/** The letter itself: the municipality's own to be merged, or ours in every form. */
async function letterFiles(input: WaveInput, letters: readonly Letter[]): Promise<WaveFile[]> {
  if (input.ownLetter) return [{ name: "brev.docx", data: input.ownLetter }];
  const [merged, finished] = [textOf(input, false), textOf(input, true)];
  const digital = letters.filter(({ channel }) => channel === "digital");
  const paper = letters.filter(({ channel }) => channel === "paper");
  const { round, municipality, wave } = input;
  const memo = memoArchive(
    { roundId: round.id, wave, municipality, day: dayOf(input), document: merged },
    digital,
  );
  return [
    { name: "brev.docx", data: await letterFile(merged, "word") },
    { name: "brev-openpostbud.docx", data: await letterFile(merged, "openpostbud") },
    await letterBundle("breve.pdf", finished, digital),
    ...(paper.length === 0 ? [] : [await letterBundle("breve-papir.pdf", finished, paper)]),
    ...(input.single ? await singleLetters(finished, [...digital, ...paper]) : []),
    ...(memo === null ? [] : [{ name: "memo.zip", data: memo, rows: digital.length }]),
  ];
}

async function guide(
  input: WaveInput,
  letters: readonly Letter[],
  sms: SmsCounts | null,
  made: readonly WaveFile[],
): Promise<WaveFile> {
  const { round, municipality, wave, named } = input;
  const count = (channel: Letter["channel"]): number =>
    letters.filter((letter) => letter.channel === channel).length;
  const { fullName } = placeOf(municipality);
  const next = round.field.waves[wave + 1] ?? round.field.extraSms;
  const reportBy = next === undefined ? null : reportDay(dayOf(input), next);
  const blocks = guideBlocks({
    municipality: fullName,
    wave,
    sendOn: date(dayOf(input)),
    deadline: date(round.field.closes),
    reportBy: reportBy === null ? null : date(reportBy),
    letters: count("digital"),
    paper: count("paper"),
    sms,
    smsSender: smsSender(municipality),
    named,
    files: new Set(made.map(({ name }) => name)),
  });
  return guideFile(fullName, blocks, dayOf(input));
}

/**
 * All files of the wave, named from the round folder; the frozen list first, so that a crash between the files leaves a
 * list that the next run repeats.
 * @throws CliError when a text message would give something away.
 */
export async function waveFiles(input: WaveInput): Promise<WaveFiles> {
  const { municipality, wave, batch, frozen } = input;
  const letters = lettersOf(input);
  const sms = smsFiles({ ...input, contact: wave });
  const made: WaveFile[] = [
    {
      name: RECIPIENTS_FILE,
      data: recipientsTable(wave, municipality.code, frozen),
      rows: frozen.recipients.length,
    },
    ...(await mergeFiles(input, letters, letterSubject(wave, placeOf(municipality).fullName))),
    ...(await letterFiles(input, letters)),
    ...(sms?.files ?? []),
  ];
  made.push(await guide(input, letters, sms?.counts ?? null, made));
  const folder = batchFolder(wave, { municipality: municipality.code, batch });
  return { files: made.map((file) => ({ ...file, name: folder + file.name })), sms: sms?.counts ?? null };
}
