/** A translation that nobody has approved is not shown to anybody. */
import { LANGUAGE_FACTS, unapproved, type Language } from "#survey/languages.ts";
import type { Round } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import { readRound, ROUND_FILE } from "../round.ts";
import type { Run } from "../run.ts";

export const HOW_TO_APPROVE =
  'Let somebody who masters the language read every page, and write in round.json: "approvals": { "en": { "by": "…", "on": "YYYY-MM-DD" } }. Or take the language out of languages.';

/** `English (en), العربية (ar)` */
export const namesOf = (languages: readonly Language[]): string =>
  languages.map((language) => `${LANGUAGE_FACTS[language].name} (${language})`).join(", ");

/** @throws CliError when a language of the round is an unapproved translation. */
export function refuseUnapproved(run: Run, round: Pick<Round, "languages" | "approvals">): void {
  const waiting = unapproved(round);
  if (waiting.length === 0) return;
  throw new CliError({
    what: `nobody has approved the translation into ${namesOf(waiting)}`,
    where: run.path(ROUND_FILE),
    how: HOW_TO_APPROVE,
  });
}

/** @throws CliError when a language that edge.json opens is not, or no longer, approved in round.json. */
export async function refuseUnapprovedSite(run: Run, languages: readonly Language[]): Promise<void> {
  const { approvals } = await readRound(run);
  refuseUnapproved(run, { languages: [...languages], approvals });
}
