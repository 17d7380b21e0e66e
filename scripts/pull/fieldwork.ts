/** Everything the database holds of a round, read in one go: where each person stands, and the opened answers. */
import { deriveKeys } from "#db/keys.ts";
import type { RespondentStatus } from "#db/queries/listStatus.ts";
import type { Round } from "#survey/round.ts";
import { readRoundKey } from "../keys.ts";
import { addWishes } from "../person/wishes.ts";
import type { Run } from "../run.ts";
import { readSealingKeys } from "../sealingKeys.ts";
import { databaseName, withDatabase } from "../status/database.ts";
import { rowIndex } from "../status/rowIndex.ts";
import type { SampledPerson } from "../status/sampledPeople.ts";
import { readStandings, requireKnown } from "../status/standings.ts";
import { openAnswers, type OpenedAnswers, type Unreadable } from "./openAnswers.ts";

export interface Fieldwork extends OpenedAnswers {
  /** By respondent number. */
  standings: ReadonlyMap<string, RespondentStatus>;
  /** Rows in the database that belong to nobody in the sample. */
  strangers: number;
}

const rowsOf = (status: RespondentStatus): number => (status.submittedOn === null ? status.drafts : 1);

/** @throws CliError when the key is missing, the database is, or people of the sample are not in it. */
export async function readFieldwork(
  run: Run,
  round: Round,
  people: readonly SampledPerson[],
  remote: boolean,
): Promise<Fieldwork> {
  const keys = await deriveKeys(await readRoundKey(run));
  const sealing = await readSealingKeys(run);
  const respondents = people.map((person) => person.respondent);
  const index = await rowIndex(keys, respondents, run.effects);
  return withDatabase(run, remote, async (db) => {
    const { known, strangers } = await readStandings(db, index);
    requireKnown(known, respondents, databaseName(run, remote));
    await rememberWithdrawals(run, known);
    const expected = [...known.values()].reduce((sum, status) => sum + rowsOf(status), 0);
    const opened = await openAnswers(db, { round, keys: sealing, index, effects: run.effects, expected });
    return { ...opened, standings: known, strangers };
  });
}

/** What citizens have withdrawn on the page must stay away after a backup of the database is put back. */
async function rememberWithdrawals(run: Run, known: Fieldwork["standings"]): Promise<void> {
  const withdrawn = [...known].filter(([, { withdrawnOn }]) => withdrawnOn !== null);
  await addWishes(
    run,
    withdrawn.map(([respondent]) => ({ respondent, wish: "withdrawn" })),
  );
}

const REASONS: Record<Unreadable["reason"], string> = {
  seal: "the seal does not open (another key or round, or changed bytes)",
  questionnaire: "the contents do not fit the questions of round.json",
};

/** What the person at the screen must know of rows that could not be read; none when all could. */
export const unreadableLines = (unreadable: readonly Unreadable[]): string[] =>
  unreadable.length === 0
    ? []
    : [
        `${unreadable.length} stored answers could not be read and are NOT in the files:`,
        ...unreadable.map(({ respondent, reason }) => `  ${respondent}: ${REASONS[reason]}`),
      ];
