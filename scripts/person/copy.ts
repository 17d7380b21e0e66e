/** Everything that the round holds of one person: the copy that GDPR article 15 gives. */
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { listAnswersOf } from "#db/queries/listAnswersOf.ts";
import type { RespondentStatus } from "#db/queries/listStatus.ts";
import { rowIds } from "#db/rowId.ts";
import { open } from "#db/seal.ts";
import { FRAME_COLUMNS } from "#survey/files.ts";
import type { Round } from "#survey/round.ts";
import { readTable } from "../io/table.ts";
import { readRoundKey } from "../keys.ts";
import { readSealingKeys } from "../sealingKeys.ts";
import { readIdentities, type Identity } from "../letters/identities.ts";
import { readLists } from "../letters/recipients.ts";
import type { Run } from "../run.ts";
import { IDENTITIES_FILE } from "../sample/files.ts";
import { FRAME_FILE } from "../sample/frameFile.ts";
import { withDatabase } from "../status/database.ts";
import { readReports, type ReportLine } from "../status/delivery/store.ts";
import { rowIndex } from "../status/rowIndex.ts";
import type { SampledPerson } from "../status/sampledPeople.ts";
import { readStandings } from "../status/standings.ts";
import { readWishes, type Wish } from "./wishes.ts";

/** One set of stored answers, opened. */
export interface HeldAnswers {
  questionnaire: string;
  /** Sent, or a draft. */
  sent: boolean;
  /** Null when it does not open: another key, or changed bytes. */
  answers: Readonly<Record<string, unknown>> | null;
}

export interface PersonCopy {
  round: { id: string; title: string };
  /** Moment in UTC at which the copy was made. */
  madeAt: string;
  respondent: string;
  /** Null once identities have been purged. */
  identity: Identity | null;
  /** The rows of the municipality's extract about the person; none once they have been purged. */
  extract: Readonly<Record<string, string>>[];
  sample: Readonly<Record<string, string>>;
  /** Letters and text messages that were made. */
  contacts: { contact: string; channel: string; sms: boolean; asOf: string | null }[];
  delivery: Pick<ReportLine, "outcome" | "reportedOn">[];
  standing: Pick<RespondentStatus, "submittedOn" | "noRemindersOn" | "withdrawnOn"> | null;
  answers: HeldAnswers[];
  wishes: Pick<Wish, "wish" | "recorded">[];
}

async function identityOf(run: Run, respondent: string): Promise<Identity | null> {
  if (!(await run.exists(IDENTITIES_FILE))) return null;
  return (await readIdentities(run)).get(respondent) ?? null;
}

async function extractOf(run: Run, cpr: string | undefined): Promise<PersonCopy["extract"]> {
  if (cpr === undefined || !(await run.exists(FRAME_FILE))) return [];
  const text = await run.readText(FRAME_FILE, "Run `npx borgersvar ingest <round>` again.");
  return readTable(text, FRAME_COLUMNS, run.path(FRAME_FILE)).filter((row) => row.cpr === cpr);
}

const parsed = (json: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
};

/** What the database holds: where the person stands, and the answers, opened. */
async function storedOf(run: Run, round: Round, respondent: string, remote: boolean) {
  const keys = await deriveKeys(await readRoundKey(run));
  const sealing = await readSealingKeys(run);
  const rowId = await (await rowIds(keys.pepper))(await tokenFor(keys.tokenKey, respondent));
  const index = await rowIndex(keys, [respondent], run.effects);
  return withDatabase(run, remote, async (db) => {
    const standing = (await readStandings(db, index)).known.get(respondent) ?? null;
    const answers: HeldAnswers[] = [];
    for (const row of await listAnswersOf(db, rowId)) {
      const privateKey = sealing.privateKeyOf(row.keyId);
      const json = privateKey && (await open(row.sealed, row, { privateKey, roundId: round.id }));
      const { questionnaire, final } = row;
      answers.push({ questionnaire, sent: final, answers: json === null ? null : parsed(json) });
    }
    return { standing, answers };
  });
}

/** @throws CliError when the key or the database is missing. */
export async function copyOf(
  run: Run,
  round: Round,
  person: SampledPerson,
  remote: boolean,
): Promise<PersonCopy> {
  const { respondent } = person;
  const identity = await identityOf(run, respondent);
  const { standing, answers } = await storedOf(run, round, respondent, remote);
  const own = <T extends { respondent: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.respondent === respondent);
  return {
    round: { id: round.id, title: round.title },
    madeAt: `${run.effects.now().toISOString().slice(0, 19)}Z`,
    respondent,
    identity,
    extract: await extractOf(run, identity?.cpr),
    sample: person.row,
    contacts: (await readLists(run)).flatMap(({ contact, asOf, recipients }) =>
      own(recipients).map(({ channel, sms }) => ({ contact: String(contact), channel, sms, asOf })),
    ),
    delivery: ((await readReports(run)).get(respondent) ?? []).map(({ outcome, reportedOn }) => ({
      outcome,
      reportedOn,
    })),
    standing: standing && {
      submittedOn: standing.submittedOn,
      noRemindersOn: standing.noRemindersOn,
      withdrawnOn: standing.withdrawnOn,
    },
    answers,
    wishes: own(await readWishes(run)).map(({ wish, recorded }) => ({ wish, recorded })),
  };
}
