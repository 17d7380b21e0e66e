/** The files that readers can download: the list in BORGERSVAR_DOWNLOADS, empty while there are no results. */
import type { DownloadEntry } from "#survey/presentation/tables/downloads.ts";

export interface RoundDownloads {
  /** The round whose figures they have. */
  round: string;
  files: readonly DownloadEntry[];
}

/** One entry a round, the one that is shown first. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by scripts/io/siteBuild.ts for this very build
export const downloads = JSON.parse(process.env["BORGERSVAR_DOWNLOADS"] || "[]") as readonly RoundDownloads[];
