/** What must be known before a list is made: who has answered or said no, whom reports name, who has a phone. */
import type { RoundKeys } from "#db/keys.ts";
import type { Contact } from "#survey/contact/waves.ts";
import { parsePhone } from "#survey/phone.ts";
import type { Round } from "#survey/round.ts";
import { erasedOf, readWishes } from "../person/wishes.ts";
import type { Run } from "../run.ts";
import { databaseName, withDatabase } from "../status/database.ts";
import { readReports, reachOf } from "../status/delivery/store.ts";
import { rowIndex } from "../status/rowIndex.ts";
import type { SampledPerson } from "../status/sampledPeople.ts";
import { readStandings, requireKnown } from "../status/standings.ts";
import type { Identity } from "./identities.ts";
import type { Knowledge } from "./plan.ts";

/** Who has asked the municipality not to be written to, before the first letter. */
async function wishesKnown(run: Run): Promise<Knowledge["known"]> {
  const wishes = await readWishes(run);
  const erased = erasedOf(wishes);
  return new Map(
    wishes.map(({ respondent, recorded }) => [
      respondent,
      {
        submittedOn: null,
        noRemindersOn: recorded,
        withdrawnOn: erased.has(respondent) ? recorded : null,
      },
    ]),
  );
}

/** What the database knows; in wave 0 it is not asked, since nobody has had a code yet. */
async function readKnown(
  run: Run,
  contact: Contact,
  people: readonly SampledPerson[],
  keys: RoundKeys,
  remote: boolean,
): Promise<Knowledge["known"]> {
  if (contact === 0) return wishesKnown(run);
  const respondents = people.map((person) => person.respondent);
  const index = await rowIndex(keys, respondents, run.effects);
  const standings = await withDatabase(run, remote, (db) => readStandings(db, index));
  requireKnown(standings.known, respondents, databaseName(run, remote));
  return standings.known;
}

/** Who has a Danish number in a municipality that sends text messages. */
export function textableOf(round: Round, identities: ReadonlyMap<string, Identity>): Set<string> {
  const texting = new Set(round.municipalities.filter((m) => m.sms !== "none").map((m) => m.code));
  return new Set(
    Array.from(identities)
      .filter(([respondent, { phone }]) => texting.has(respondent.slice(0, 4)) && isDanish(phone))
      .map(([respondent]) => respondent),
  );
}

function isDanish(phone: string): boolean {
  const parsed = parsePhone(phone);
  return parsed.ok && parsed.country === "DK";
}

export interface KnowledgeInput {
  round: Round;
  people: readonly SampledPerson[];
  identities: ReadonlyMap<string, Identity>;
  keys: RoundKeys;
  remote: boolean;
}

/** @throws CliError when people of the sample are not in the database: nobody can say whether they have answered. */
export async function readKnowledge(run: Run, contact: Contact, input: KnowledgeInput): Promise<Knowledge> {
  const { round, people, identities, keys, remote } = input;
  // The clock is asked before the database: what comes in between is not said to be known.
  const asOf = `${run.effects.now().toISOString().slice(0, 19)}Z`;
  return {
    asOf,
    known: await readKnown(run, contact, people, keys, remote),
    reach: reachOf(await readReports(run)),
    textable: textableOf(round, identities),
  };
}
