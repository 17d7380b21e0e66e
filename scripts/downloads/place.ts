/** Puts the files that readers can download into a built site, and tells the pages what there is. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { downloadFolder, type DownloadEntry } from "#survey/presentation/tables/downloads.ts";
import type { Download } from "./files.ts";

export interface RoundFiles {
  /** The round whose figures they have. */
  round: string;
  files: readonly Download[];
}

/** What the pages are told of them: names and sizes. */
export const listDownloads = (
  rounds: readonly RoundFiles[],
): { round: string; files: readonly DownloadEntry[] }[] =>
  rounds.map(({ round, files }) => ({
    round,
    files: files.map(({ name, file, bytes }) => ({ name, file, bytes })),
  }));

export async function writeDownloads(site: string, rounds: readonly RoundFiles[]): Promise<void> {
  for (const { round, files } of rounds) {
    const folder = path.join(site, downloadFolder(round));
    await mkdir(folder, { recursive: true });
    await Promise.all(files.map(({ file, data }) => writeFile(path.join(folder, file), data)));
  }
}
