/** `waves/<n>/<code>/recipients.csv`: who got the letter of a wave. Written once, read ever after. */
import { WAVES, type Wave } from "#survey/contact/waves.ts";
import { readTable, writeTable } from "../io/table.ts";
import type { Run } from "../run.ts";

export const RECIPIENT_COLUMNS = ["respondent", "municipality", "wave"] as const;

/** The folder of a municipality's wave, with the slash. */
export const waveFolder = (wave: Wave, municipality: string): string => `waves/${wave}/${municipality}/`;

export const RECIPIENTS_FILE = "recipients.csv";

/** The frozen list, or null when this wave has not been made for the municipality. */
export async function readRecipients(run: Run, wave: Wave, municipality: string): Promise<string[] | null> {
  const name = waveFolder(wave, municipality) + RECIPIENTS_FILE;
  if (!(await run.exists(name))) return null;
  const rows = readTable(
    await run.readText(name, "Put the file back from your backup."),
    RECIPIENT_COLUMNS,
    run.path(name),
  );
  run.readRows(name, rows.length);
  return rows.map((row) => row.respondent);
}

/** Every wave that was made for the municipalities: respondent numbers by wave. */
export async function readWaves(
  run: Run,
  municipalities: Iterable<string>,
): Promise<Map<Wave, ReadonlySet<string>>> {
  const waves = new Map<Wave, Set<string>>(WAVES.map((wave) => [wave, new Set()]));
  for (const municipality of municipalities) {
    for (const [wave, everybody] of waves) {
      for (const respondent of (await readRecipients(run, wave, municipality)) ?? [])
        everybody.add(respondent);
    }
  }
  return waves;
}

/** The text of the file. */
export const recipientsTable = (wave: Wave, municipality: string, recipients: readonly string[]): string =>
  writeTable(
    RECIPIENT_COLUMNS,
    recipients.map((respondent) => ({ respondent, municipality, wave })),
  );
