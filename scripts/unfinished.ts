/**
 * `unfinished.json`: what a run is about to put in place, and its line for the journal. It stands only while the files are
 * renamed, so one that is found was left by a run that died among them: then the rest is put in place too. So a run
 * happens as a whole or not at all, whenever the machine dies.
 */
import { readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { CliError, systemErrorCode } from "./errors.ts";
import { appendLine, commitFiles, isAlive, stageFile, syncFolder, type StagedFile } from "./io/atomic.ts";
import { JOURNAL_FILE } from "./journal.ts";

export const UNFINISHED_FILE = "unfinished.json";

/** Renaming takes seconds; a process with this number that is still there much later is another one. */
const LONGEST_MS = 10 * 60_000;

const unfinishedSchema = z.strictObject({
  pid: z.int(),
  /** Without its line feed. */
  journalLine: z.string(),
  /** Paths from the round folder. */
  files: z.array(z.strictObject({ temporary: z.string(), target: z.string() })),
});
type Unfinished = z.infer<typeof unfinishedSchema>;

const absent = (error: unknown): null => {
  if (systemErrorCode(error) === "ENOENT") return null;
  throw error;
};

async function readUnfinished(folder: string): Promise<Unfinished | null> {
  const text = await readFile(path.join(folder, UNFINISHED_FILE), "utf8").catch(absent);
  // It was renamed into its place: it is whole.
  return text === null ? null : unfinishedSchema.parse(JSON.parse(text));
}

/** Puts staged files in place together with a line of the journal: all of it or, after a crash before that, nothing. */
export async function putInPlace(
  folder: string,
  staged: readonly StagedFile[],
  journalLine: string,
): Promise<void> {
  const journal = path.join(folder, JOURNAL_FILE);
  if (staged.length === 0) return appendLine(journal, journalLine);
  const files = staged.map(({ temporary, target }) => ({
    temporary: path.relative(folder, temporary),
    target: path.relative(folder, target),
  }));
  const unfinished: Unfinished = { pid: process.pid, journalLine, files };
  const marker = await stageFile(path.join(folder, UNFINISHED_FILE), `${JSON.stringify(unfinished)}\n`);
  await commitFiles([marker]);
  await commitFiles(staged);
  await appendLine(journal, journalLine);
  await rm(marker.target);
  await syncFolder(folder);
}

/**
 * Puts in place what a run that died had begun with.
 * @throws CliError when that run still goes.
 */
export async function finishInterrupted(folder: string): Promise<void> {
  const marker = path.join(folder, UNFINISHED_FILE);
  const unfinished = await readUnfinished(folder);
  if (unfinished === null) return;
  refuseOutside(folder, marker, unfinished);
  await refuseRunning(marker, unfinished.pid);
  for (const { temporary, target } of unfinished.files) {
    // What is not there any more has been renamed.
    await rename(path.join(folder, temporary), path.join(folder, target)).catch(absent);
    await syncFolder(path.dirname(path.join(folder, target)));
  }
  const journal = path.join(folder, JOURNAL_FILE);
  const written = (await readFile(journal, "utf8").catch(absent)) ?? "";
  if (!written.endsWith(`${unfinished.journalLine}\n`)) await appendLine(journal, unfinished.journalLine);
  await rm(marker);
  await syncFolder(folder);
}

/** A folder that came from somebody else must not decide what is renamed elsewhere on this machine. */
function refuseOutside(folder: string, marker: string, { files }: Unfinished): void {
  const inside = (name: string): boolean => path.resolve(folder, name).startsWith(folder + path.sep);
  if (files.every(({ temporary, target }) => inside(temporary) && inside(target))) return;
  throw new CliError({
    what: "the file names places outside the round folder: no command of ours wrote it",
    where: marker,
    how: "Find out where it comes from, then delete it.",
  });
}

async function refuseRunning(marker: string, pid: number): Promise<void> {
  const found = await stat(marker).catch(absent);
  if (found === null || pid === process.pid || !isAlive(pid)) return;
  if (Date.now() - found.mtimeMs > LONGEST_MS) return;
  throw new CliError({
    what: "another command is putting its files in place",
    where: path.dirname(marker),
    how: "Wait for it to end, then run this one again.",
  });
}
