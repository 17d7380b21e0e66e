/** The extra round of text messages: the frozen list, `sms.csv` and a guide, nothing else. */
import { EXTRA_SMS } from "#survey/contact/waves.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import { date } from "../report/danish.ts";
import type { Run } from "../run.ts";
import { batchFolder, listBatches } from "./batchFolder.ts";
import { guideFile } from "./guideFile.ts";
import { extraSmsGuide } from "./guideText.ts";
import { placeOf, smsSender } from "./place.ts";
import { RECIPIENTS_FILE, recipientsTable } from "./recipients.ts";
import { smsFiles } from "./smsFiles.ts";
import type { WaveFile, WaveFiles, WaveInput } from "./waveFiles.ts";

/** @throws CliError when `round.json` allows no extra round. */
export function requireExtraSms(run: Run, { field }: Round): void {
  if (field.extraSms !== undefined) return;
  throw new CliError({
    what: "this round has no extra round of text messages",
    where: `${run.path("round.json")}, field.extraSms`,
    how: "Set the day under field.extraSms if the municipalities and the letters allow for it; two reminders are all otherwise.",
  });
}

/**
 * The municipalities of the extra round: those named, else those forecast to be short, and always those that have had their
 * list already.
 * @throws CliError when one that is named sends no text messages
 */
export async function extraMunicipalities(
  run: Run,
  round: Round,
  named: readonly string[],
  short: () => Promise<string[]>,
): Promise<ReadonlySet<string>> {
  const texting = new Set(round.municipalities.filter((m) => m.sms !== "none").map((m) => m.code));
  const silent = named.find((code) => !texting.has(code));
  if (silent !== undefined) {
    throw new CliError({
      what: `municipality ${silent} is not in the round, or sends no text messages`,
      where: "--municipality",
      how: `Set sms to code or link for it in round.json; ${[...texting].join(", ") || "none"} can be named now.`,
    });
  }
  const frozen = (await listBatches(run, EXTRA_SMS)).map((batch) => batch.municipality);
  const chosen = named.length > 0 ? named : (await short()).filter((code) => texting.has(code));
  return new Set([...frozen, ...chosen]);
}

/** The files of one batch of a municipality. @throws CliError when a text message would give something away. */
export async function extraSmsFiles(
  input: Pick<WaveInput, "round" | "municipality" | "batch" | "frozen" | "addressees">,
): Promise<WaveFiles> {
  const { round, municipality, batch, frozen } = input;
  const sms = smsFiles({ ...input, contact: EXTRA_SMS });
  if (sms === null) throw new RangeError(`no text messages in ${municipality.code}`);
  const files: WaveFile[] = [
    {
      name: RECIPIENTS_FILE,
      data: recipientsTable(EXTRA_SMS, municipality.code, frozen),
      rows: frozen.recipients.length,
    },
    ...sms.files,
    await guide(round, municipality, sms),
  ];
  const folder = batchFolder(EXTRA_SMS, { municipality: municipality.code, batch });
  return { files: files.map((file) => ({ ...file, name: folder + file.name })), sms: sms.counts };
}

function guide(
  { field }: Round,
  municipality: RoundMunicipality,
  { counts, files }: NonNullable<ReturnType<typeof smsFiles>>,
): Promise<WaveFile> {
  const { fullName } = placeOf(municipality);
  const day = field.extraSms ?? field.closes;
  const blocks = extraSmsGuide({
    municipality: fullName,
    sendOn: date(day),
    deadline: date(field.closes),
    sms: counts,
    smsSender: smsSender(municipality),
    apart: files.some(({ name }) => name === "sms-kontroller.csv"),
  });
  return guideFile(fullName, blocks, day);
}
