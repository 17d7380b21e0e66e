/** Earlier rounds as they were shown last: their results stay reachable beside those of the round. */
import path from "node:path";
import type { LicenceId } from "#survey/licence.ts";
import { readPublications } from "../audit/publications.ts";
import type { EditionFiles } from "../io/siteBuild.ts";
import { EDGE_FILE, readEdge } from "../publish/publicKey.ts";
import { readRound } from "../round.ts";
import { Run } from "../run.ts";
import { CORRECTIONS_FILE, readCorrections } from "./corrections.ts";

export interface ShownRound {
  round: string;
  files: EditionFiles;
  /** The text of the results. */
  text: string;
  licence: LicenceId;
}

/** The rounds named in `earlier` of round.json that have been shown, in its order. @throws CliError when a file is broken. */
export async function readShownRounds(run: Run, licence: LicenceId): Promise<ShownRound[]> {
  const { earlier } = await readRound(run);
  const shown: ShownRound[] = [];
  for (const { folder } of earlier) {
    const before = new Run(path.resolve(run.folder, folder), run.command, run.effects);
    const last = (await readPublications(before)).at(-1);
    if (!last) continue;
    const corrections = await readCorrections(before);
    shown.push({
      round: last.results.round.id,
      files: {
        results: before.path(last.file),
        ...(corrections ? { corrections: before.path(CORRECTIONS_FILE) } : {}),
      },
      text: last.text,
      licence: (await before.exists(EDGE_FILE)) ? (await readEdge(before)).licence : licence,
    });
  }
  return shown;
}
