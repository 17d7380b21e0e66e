/** What masking may know of the people who answered; after `purge --stage identities` it is nothing, and says so. */
import type { KnownPerson } from "#survey/freetext/span.ts";
import { readIdentities } from "../letters/identities.ts";
import type { Run } from "../run.ts";
import { IDENTITIES_FILE } from "../sample/files.ts";

/** By respondent number; null when the identities have been deleted. @throws CliError when the file is there and broken. */
export async function readKnownPeople(run: Run): Promise<ReadonlyMap<string, KnownPerson> | null> {
  return (await run.exists(IDENTITIES_FILE)) ? readIdentities(run) : null;
}

/** What the person at the screen must know when names could not be looked up. */
export const unknownPeopleLines = (people: ReadonlyMap<string, KnownPerson> | null): string[] =>
  people === null
    ? ["Identities have been deleted: people's own names could not be looked up and may stand in the texts"]
    : [];
