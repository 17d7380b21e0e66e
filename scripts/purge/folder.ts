/** Lists and deletes the files of a round folder, so that a crash of the machine brings none of them back. */
import { readdir, rmdir, unlink } from "node:fs/promises";
import path from "node:path";
import { CliError } from "../errors.ts";
import { syncFolder } from "../io/atomic.ts";

/**
 * The paths of all files under the folder, relative to it, with forward slashes, sorted.
 * @throws CliError at a link: what it points to lies outside the folder and would stay.
 */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.flatMap((entry) => {
    const name = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) return [];
    if (entry.isFile()) return [path.relative(folder, name).replaceAll(path.sep, "/")];
    throw new CliError({
      what: "a link or a device, whose contents would stay",
      where: name,
      how: "Delete what it points to yourself, then the link, and run purge again.",
    });
  });
  return files.toSorted((a, b) => (a < b ? -1 : 1));
}

/** Deletes the files and flushes the folders they stood in. */
export async function deleteFiles(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await unlink(path.join(folder, file));
  for (const parent of new Set(files.map((file) => path.dirname(path.join(folder, file))))) {
    await syncFolder(parent);
  }
}

/** Removes the folders that have become empty, the deepest first; the round folder itself stays. */
export async function deleteEmptyFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = entries.filter((e) => e.isDirectory()).map((e) => path.join(e.parentPath, e.name));
  for (const name of folders.toSorted((a, b) => b.length - a.length)) {
    if ((await readdir(name)).length === 0) await rmdir(name);
  }
  await syncFolder(folder);
}
