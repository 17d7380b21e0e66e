/** What a repeated wave changes: the list of people never, the words of a letter perhaps. */
import { readFile } from "node:fs/promises";
import { systemErrorCode } from "../errors.ts";
import type { Run } from "../run.ts";
import type { WaveFile } from "./waveFiles.ts";

/**
 * The names of the files that stand there already with other bytes. They are read past the journal: after a crash between
 * the files and its line they are not what it remembers, and they are about to be written again.
 */
export async function changedFiles(run: Run, files: readonly WaveFile[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { name, data } of files) {
    const before = await readFile(run.path(name)).catch((error: unknown) => {
      if (systemErrorCode(error) === "ENOENT") return null;
      throw error;
    });
    if (before !== null && !Buffer.from(data).equals(before)) changed.push(name);
  }
  return changed;
}
