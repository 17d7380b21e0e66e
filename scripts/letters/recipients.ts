/** `waves/<n>/<code>/recipients.csv`, one a batch: who got the letter of a wave, how, and as of when. Written once, read ever after. */
import { CHANNELS, CONTACTS, type Contact } from "#survey/contact/waves.ts";
import type { Recipient } from "#survey/contact/waveList.ts";
import { CliError } from "../errors.ts";
import { readTable, writeTable, type TableRow } from "../io/table.ts";
import type { Run } from "../run.ts";
import { batchFolder, listBatches, type Batch } from "./batchFolder.ts";

export const RECIPIENT_COLUMNS = ["respondent", "municipality", "wave", "channel", "sms", "as_of"] as const;

export const RECIPIENTS_FILE = "recipients.csv";

/** A list that stands. */
export interface FrozenList {
  recipients: Recipient[];
  /** The moment the database was asked, ISO 8601; `null` for a list of nobody. */
  asOf: string | null;
}

/** The frozen list, or null when this wave has not been made for the batch. @throws CliError naming the row that does not fit. */
export async function readRecipients(run: Run, contact: Contact, batch: Batch): Promise<FrozenList | null> {
  const name = batchFolder(contact, batch) + RECIPIENTS_FILE;
  if (!(await run.exists(name))) return null;
  const rows = readTable(
    await run.readText(name, "Put the file back from your backup."),
    RECIPIENT_COLUMNS,
    run.path(name),
  );
  run.readRows(name, rows.length);
  return {
    recipients: rows.map((row, i) => recipientOf(row, `${run.path(name)}, row ${i + 2}`)),
    asOf: rows[0]?.as_of ?? null,
  };
}

function recipientOf(row: TableRow<(typeof RECIPIENT_COLUMNS)[number]>, where: string): Recipient {
  const channel = CHANNELS.find((known) => known === row.channel);
  if (channel) return { respondent: row.respondent, channel, sms: row.sms === "1" };
  throw new CliError({ what: "the row names no channel", where, how: "Put the file back from your backup." });
}

/** A list that was made, with the batch it is of. */
export interface BatchList extends Batch, FrozenList {
  contact: Contact;
}

/** Every list that was made, in the order of the occasions, municipalities and batches. */
export async function readLists(run: Run): Promise<BatchList[]> {
  const lists: BatchList[] = [];
  for (const contact of CONTACTS) {
    for (const batch of await listBatches(run, contact)) {
      const list = await readRecipients(run, contact, batch);
      if (list) lists.push({ contact, ...batch, ...list });
    }
  }
  return lists;
}

/** The respondent numbers of every occasion, in all municipalities and batches. */
export type Waves = ReadonlyMap<Contact, ReadonlySet<string>>;

export function wavesOf(lists: readonly BatchList[]): Waves {
  const of = (contact: Contact): Set<string> =>
    new Set(
      lists
        .filter((list) => list.contact === contact)
        .flatMap((list) => list.recipients.map(({ respondent }) => respondent)),
    );
  return new Map(CONTACTS.map((contact) => [contact, of(contact)]));
}

/** The respondent numbers of every wave that was made. */
export const readWaves = async (run: Run): Promise<Waves> => wavesOf(await readLists(run));

/** The text of the file. */
export const recipientsTable = (
  contact: Contact,
  municipality: string,
  { recipients, asOf }: FrozenList,
): string =>
  writeTable(
    RECIPIENT_COLUMNS,
    recipients.map(({ respondent, channel, sms }) => ({
      respondent,
      municipality,
      wave: contact,
      channel,
      sms: sms ? 1 : 0,
      as_of: asOf,
    })),
  );
