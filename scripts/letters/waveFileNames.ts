/** The files a wave may have in a batch's folder, and how those go that it does not have any more. */
import { rm } from "node:fs/promises";
import type { Run } from "../run.ts";

export const LETTERS_FOLDER = "breve";

const NAMES: ReadonlySet<string> = new Set([
  "flettefil.xlsx",
  "flettefil.csv",
  "flettefil-openpostbud.csv",
  "flettefil-papir.xlsx",
  "flettefil-papir.csv",
  "brev.docx",
  "brev-openpostbud.docx",
  "breve.pdf",
  "breve-papir.pdf",
  LETTERS_FOLDER,
  "memo.zip",
  "sms.csv",
  "sms-kontroller.csv",
  "vejledning.pdf",
]);

/**
 * Removes from a batch's folder what the wave has no more: a file made with other settings would be sent beside the new
 * ones.
 * @param folder with the slash
 * @param made names from the round folder
 */
export async function removeStale(run: Run, folder: string, made: readonly string[]): Promise<void> {
  const kept = new Set(made.map((name) => name.slice(folder.length).split("/", 1)[0]));
  for (const name of await run.list(folder)) {
    if (NAMES.has(name) && !kept.has(name)) await rm(run.path(folder + name), { recursive: true });
  }
}

/** Removes what a run that was killed has left half written. */
export async function removeUnfinished(run: Run, folder: string): Promise<void> {
  for (const place of [folder, `${folder}${LETTERS_FOLDER}/`]) {
    for (const name of await run.list(place)) {
      if (name.endsWith(".tmp")) await rm(run.path(place + name), { force: true });
    }
  }
}
