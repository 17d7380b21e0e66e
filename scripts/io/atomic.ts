/** Files are written beside their place, flushed to the disk and renamed: a reader sees the old bytes or the new. */
import { appendFile, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { systemErrorCode } from "../errors.ts";

export interface StagedFile {
  /** Where the file will stand. */
  target: string;
  /** Where its bytes are until it is put in place. */
  temporary: string;
}

/** Writes the bytes beside the target, flushed, and does not touch the target. `mode` defaults to 0o600. */
export async function stageFile(
  target: string,
  data: Uint8Array | string,
  mode = 0o600,
): Promise<StagedFile> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.${process.pid}.tmp`;
  const handle = await open(temporary, "w", mode);
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { target, temporary };
}

/** Puts staged files in place, in their order, and flushes the folders that hold them. */
export async function commitFiles(files: readonly StagedFile[]): Promise<void> {
  for (const file of files) await rename(file.temporary, file.target);
  for (const folder of foldersOf(files)) {
    await syncFolder(folder);
    await removeAbandoned(folder);
  }
}

const foldersOf = (files: readonly StagedFile[]): Set<string> =>
  new Set(files.map((file) => path.dirname(file.target)));

/** Forgets staged files. */
export async function discardFiles(files: readonly StagedFile[]): Promise<void> {
  for (const file of files) await rm(file.temporary, { force: true });
}

/**
 * Appends a line and flushes it. What a crash has left of an earlier line is cut off first, or the new one would be spoilt
 * by standing behind it.
 */
export async function appendLine(file: string, line: string): Promise<void> {
  await cutUnfinishedLine(file);
  await appendFile(file, `${line}\n`, { mode: 0o600, flush: true });
}

const LINE_FEED = 0x0a;

async function cutUnfinishedLine(file: string): Promise<void> {
  const handle = await open(file, "r+").catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  });
  if (handle === null) return;
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, Math.max(0, size - 1));
    if (size === 0 || last[0] === LINE_FEED) return;
    await handle.truncate((await handle.readFile()).lastIndexOf(LINE_FEED) + 1);
  } finally {
    await handle.close();
  }
}

/** Deletes what runs that have died were writing in a folder; nothing of a run that still goes. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, pid] = /\.(\d+)\.tmp$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(folder, name), { force: true });
  }
}

/** Whether there is a process with this number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return systemErrorCode(error) === "EPERM";
  }
}

/** Flushes a folder's list of names, so that a crash of the machine does not undo a rename or a deletion. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
