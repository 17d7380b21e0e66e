/** What a repeated wave changes: the list of people never, the words of a letter perhaps. */
import type { Run } from "../run.ts";
import type { WaveFile } from "./waveFiles.ts";

/** The names of the files that stand there already with other bytes. */
export async function changedFiles(run: Run, files: readonly WaveFile[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { name, data } of files) {
    if (!(await run.exists(name))) continue;
    const before = await run.readBytes(name, "The file was there a moment ago; run the command again.");
    if (!Buffer.from(data).equals(before)) changed.push(name);
  }
  return changed;
}
