/** The demo's folder: only one that an earlier demo made is ever replaced. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { CliError } from "../errors.ts";

const MARKER = "demo.json";

/** Empties the folder and marks it as the demo's. @throws CliError when it holds anything else. */
export async function freshFolder(folder: string, seed: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new CliError({
      what: "the folder holds something that no demo made",
      where: folder,
      how: "Name a folder that is empty or does not exist; the demo replaces its own folder only.",
    });
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, MARKER), `${JSON.stringify({ seed })}\n`);
}
