/** Reads `journal.jsonl`: what each run read and wrote, oldest first. `run.ts` writes it. */
import { readFile } from "node:fs/promises";
import * as z from "zod";
import { CliError, systemErrorCode } from "./errors.ts";

export const JOURNAL_FILE = "journal.jsonl";

/** A round folder, as far as the journal needs it: a `Run`. */
interface RoundFolder {
  path(name: string): string;
}

const fileRecord = z.object({ file: z.string(), sha256: z.string(), rows: z.number().optional() });
const journalLine = z.looseObject({
  command: z.string(),
  time: z.string(),
  keys: z.record(z.string(), z.string()),
  read: z.array(fileRecord),
  written: z.array(fileRecord),
});
export type JournalLine = z.infer<typeof journalLine>;

function parseLine(text: string): JournalLine | null {
  try {
    return journalLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Every line of the journal; none when there is no journal yet. A last line without its line feed was cut by a crash and
 * is left out.
 * @throws CliError naming the line that is no journal line.
 */
export async function readJournal(run: RoundFolder): Promise<JournalLine[]> {
  const text = await readFile(run.path(JOURNAL_FILE), "utf8").catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return "";
    throw error;
  });
  return text
    .split("\n")
    .slice(0, -1)
    .map((line, i) => {
      const parsed = parseLine(line);
      if (parsed) return parsed;
      throw new CliError({
        what: "the line is not a line of a journal",
        where: `${run.path(JOURNAL_FILE)}, line ${i + 1}`,
        how: "The journal proves which frame gave which sample: put back the copy from your backup.",
      });
    });
}

/** The last run of a command, or `null`. */
export const lastRun = (journal: readonly JournalLine[], command: string): JournalLine | null =>
  journal.findLast((line) => line.command === command) ?? null;

/** The SHA-256 a run recorded for a file it read or wrote, or `null`. */
export const sha256In = (records: Readonly<JournalLine["read"]>, file: string): string | null =>
  records.findLast((record) => record.file === file)?.sha256 ?? null;

/** The SHA-256 of every file as a command last wrote it, by its name in the round folder. */
export function lastWritten(journal: readonly JournalLine[]): Map<string, string> {
  return new Map(journal.flatMap((line) => line.written).map(({ file, sha256 }) => [file, sha256]));
}
