/** `waves/<n>/<code>/recipients.csv`, one a batch: who got the letter of a wave. Written once, read ever after. */
import { WAVES, type Wave } from "#survey/contact/waves.ts";
import { readTable, writeTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import { batchFolder, listBatches, type Batch } from "./batchFolder.ts";

export const RECIPIENT_COLUMNS = ["respondent", "municipality", "wave"] as const;

export const RECIPIENTS_FILE = "recipients.csv";

/** The frozen list, or null when this wave has not been made for the batch. */
export async function readRecipients(run: Run, wave: Wave, batch: Batch): Promise<string[] | null> {
  const name = batchFolder(wave, batch) + RECIPIENTS_FILE;
  if (!(await run.exists(name))) return null;
  const rows = readTable(
    await run.readText(name, "Put the file back from your backup."),
    RECIPIENT_COLUMNS,
    run.path(name),
  );
  run.readRows(name, rows.length);
  return rows.map((row) => row.respondent);
}

/** The respondent numbers of every wave that was made, in all municipalities and batches. */
export async function readWaves(run: Run): Promise<Map<Wave, ReadonlySet<string>>> {
  const waves = new Map<Wave, ReadonlySet<string>>();
  for (const wave of WAVES) {
    const everybody = new Set<string>();
    for (const batch of await listBatches(run, wave)) {
      for (const respondent of (await readRecipients(run, wave, batch)) ?? []) everybody.add(respondent);
    }
    waves.set(wave, everybody);
  }
  return waves;
}

/** The text of the file. */
export const recipientsTable = (wave: Wave, municipality: string, recipients: readonly string[]): string =>
  writeTable(
    RECIPIENT_COLUMNS,
    recipients.map((respondent) => ({ respondent, municipality, wave })),
  );
