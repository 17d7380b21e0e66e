/** Reads `results/corrections.json`, and asks for it: figures that were shown do not change without a word. */
import { correctionsSchema, type Correction } from "#survey/corrections.ts";
import { readPublications } from "../audit/publications.ts";
import { CliError } from "../errors.ts";
import { listIssues, parseJson } from "../round.ts";
import type { Run } from "../run.ts";

export const CORRECTIONS_FILE = "results/corrections.json";
const HOW = `Say what has changed, for readers: add {"on": "YYYY-MM-DD", "text": {"da": "…", "en": "…"}} to the list in ${CORRECTIONS_FILE}.`;

/** The corrections of a round, the oldest first; `null` where there is no such file. @throws CliError when it is broken. */
export async function readCorrections(run: Run): Promise<Correction[] | null> {
  if (!(await run.exists(CORRECTIONS_FILE))) return null;
  const where = run.path(CORRECTIONS_FILE);
  const parsed = correctionsSchema.safeParse(parseJson(await run.readText(CORRECTIONS_FILE, HOW), where));
  if (parsed.success) return parsed.data;
  throw new CliError({ what: `the file does not fit:\n${listIssues(parsed.error)}`, where, how: HOW });
}

/**
 * Refuses results that differ from all that were shown before, unless each change has its correction.
 * @throws CliError when a correction is missing.
 */
export async function requireCorrections(
  run: Run,
  text: string,
  corrections: readonly Correction[],
): Promise<void> {
  const before = await readPublications(run);
  const isChange = before.length > 0 && before.every((publication) => publication.text !== text);
  if (!isChange || corrections.length >= before.length) return;
  throw new CliError({
    what: "these results differ from those that have been shown, and nothing tells readers what changed",
    where: run.path(CORRECTIONS_FILE),
    how: HOW,
  });
}
