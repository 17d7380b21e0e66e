/** The results this build shows: those of the round, once there are any, and those of earlier rounds. */
import { readFileSync } from "node:fs";
import { correctionsSchema, type Correction } from "#survey/corrections.ts";
import { resultLanguages, type ResultLanguage } from "#survey/presentation/language.ts";
import { roundPath } from "#survey/presentation/addresses.ts";
import { readingOf, type Reading } from "#survey/presentation/reading.ts";
import { resultsSchema } from "#survey/results.ts";
import { edge } from "./edge.ts";

/** One round's results, and where they stand. */
export interface Edition {
  reading: Reading;
  corrections: readonly Correction[];
  /** What follows /resultater/: nothing for the newest round, `runder/2025-q2/` for an earlier one. */
  path: string;
}

/** The files of a round. */
interface EditionFiles {
  results: string;
  corrections?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

function editionOf({ results, corrections }: EditionFiles, isNewest: boolean): Edition {
  const reading = readingOf(resultsSchema.parse(read(results)));
  return {
    reading,
    corrections: corrections === undefined ? [] : correctionsSchema.parse(read(corrections)),
    path: isNewest ? "" : roundPath(reading.results.round.id),
  };
}

const newest = process.env["BORGERSVAR_RESULTS"];
const corrections = process.env["BORGERSVAR_CORRECTIONS"];
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by scripts/io/siteBuild.ts for this very build
const before = JSON.parse(process.env["BORGERSVAR_EARLIER"] || "[]") as readonly EditionFiles[];

/** The results of the round that the site is for, or `null` while there are none yet. */
export const edition: Edition | null = newest
  ? editionOf({ results: newest, ...(corrections ? { corrections } : {}) }, true)
  : null;
/** Earlier rounds, the latest first. */
export const earlierEditions: readonly Edition[] = before.map((files) => editionOf(files, false));
export const editions: readonly Edition[] = [...(edition ? [edition] : []), ...earlierEditions];

/** The languages the results are shown in. */
export const languages: readonly ResultLanguage[] = resultLanguages(edge.languages);
