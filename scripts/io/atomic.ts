/** Files are written beside their place, flushed to the disk and renamed: a reader sees the old bytes or the new. */
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";

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
  for (const folder of new Set(files.map((file) => path.dirname(file.target)))) await syncFolder(folder);
}

/** Forgets staged files. */
export async function discardFiles(files: readonly StagedFile[]): Promise<void> {
  for (const file of files) await rm(file.temporary, { force: true });
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
