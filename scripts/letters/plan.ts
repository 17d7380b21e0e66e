/** Decides for one batch of a municipality who gets the letter of a wave: the frozen list where there is one, else a new one. */
import type { RespondentStatus } from "#db/queries/listStatus.ts";
import { REACHABLE, type Reachability } from "#survey/contact/delivery.ts";
import type { Exemption, Standing } from "#survey/contact/exemptions.ts";
import {
  differenceOf,
  sinceLast,
  waveList,
  type Difference,
  type Recipient,
  type SinceLast,
} from "#survey/contact/waveList.ts";
import { EXTRA_SMS, WAVES, type Contact, type Wave } from "#survey/contact/waves.ts";
import { CliError } from "../errors.ts";
import type { Run } from "../run.ts";
import { batchFolder, type Batch } from "./batchFolder.ts";
import { readRecipients, RECIPIENTS_FILE, type FrozenList } from "./recipients.ts";

export interface WavePlan extends Batch {
  contact: Contact;
  recipients: Recipient[];
  /** The moment the list is of, ISO 8601; `null` for a list of nobody. */
  asOf: string | null;
  /** How many of the sample get no letter, by reason, as of now. */
  exempt: Record<Exemption, number>;
  /** What has happened since the last list of this batch; null where there is none. */
  since: SinceLast | null;
  /** How the frozen list differs from the one that would be made now; null when the list is new. */
  difference: Difference | null;
}

/** What is known of everybody, when lists are made. */
export interface Knowledge {
  /** The moment it was read, ISO 8601. */
  asOf: string;
  /** What the database knows, by respondent number; in wave 0 who has asked not to be written to. */
  known: ReadonlyMap<string, Pick<RespondentStatus, "submittedOn" | "noRemindersOn" | "withdrawnOn">>;
  /** What delivery reports say, by respondent number; whom none names can be reached. */
  reach: ReadonlyMap<string, Reachability>;
  /** Whom a text message may be sent to: a Danish number, in a municipality that sends them. */
  textable: ReadonlySet<string>;
}

export interface PlanInput extends Batch {
  /** Respondent numbers of the batch. */
  sample: readonly string[];
}

/** The lists of the batch that were made before this occasion. */
interface Before {
  invited: FrozenList | null;
  /** The reminders, each with its wave. */
  reminders: { wave: Wave; list: FrozenList }[];
  /** The newest of them all. */
  last: FrozenList | null;
}

async function before(run: Run, contact: Contact, batch: Batch): Promise<Before> {
  const earlier = WAVES.filter((wave) => contact === EXTRA_SMS || wave < contact);
  const made: { wave: Wave; list: FrozenList }[] = [];
  for (const wave of earlier) {
    const list = await readRecipients(run, wave, batch);
    if (list) made.push({ wave, list });
  }
  return {
    invited: made.find(({ wave }) => wave === 0)?.list ?? null,
    reminders: made.filter(({ wave }) => wave > 0),
    last: made.at(-1)?.list ?? null,
  };
}

/** Whether the batch has come so far that this occasion is due: »the last reminder« follows the first. */
function isDue(contact: Contact, { invited, reminders }: Before): boolean {
  if (contact === 0) return true;
  return invited !== null && (contact !== 2 || reminders.length > 0);
}

const namesIn = (list: FrozenList | null): Set<string> =>
  new Set(list?.recipients.map(({ respondent }) => respondent));

function standings({ known, reach, textable }: Knowledge, { invited, reminders }: Before) {
  const isInvited = namesIn(invited);
  const reminded = reminders.map(({ list }) => namesIn(list));
  return (respondent: string): Standing => {
    const status = known.get(respondent);
    return {
      // Of somebody the database does not know nobody can say that a reminder is right.
      invited: isInvited.has(respondent) && status !== undefined,
      submitted: status !== undefined && status.submittedOn !== null,
      optedOut: status !== undefined && status.noRemindersOn !== null,
      withdrawn: status !== undefined && status.withdrawnOn !== null,
      reach: reach.get(respondent) ?? REACHABLE,
      textable: textable.has(respondent),
      reminders: reminded.filter((wave) => wave.has(respondent)).length,
    };
  };
}

/**
 * @returns null when the batch had no invitation, so there is nobody to remind, or has not had the reminder before this one
 * @throws CliError when a frozen list names somebody who is not in the sample
 */
export async function planWave(
  run: Run,
  contact: Contact,
  input: PlanInput,
  knowledge: Knowledge,
): Promise<WavePlan | null> {
  const { municipality, batch, sample } = input;
  const earlier = await before(run, contact, input);
  if (!isDue(contact, earlier)) return null;
  const standingOf = standings(knowledge, earlier);
  const now = waveList(contact, sample, standingOf);
  const since = earlier.last && sinceLast(contact, earlier.last.recipients, standingOf);
  const plan = { municipality, batch, contact, exempt: now.exempt, since };
  const frozen = await readRecipients(run, contact, input);
  if (frozen === null) return { ...plan, recipients: now.recipients, asOf: knowledge.asOf, difference: null };
  requireSampled(run, contact, input, frozen.recipients);
  return { ...plan, ...frozen, difference: differenceOf(frozen.recipients, now.recipients) };
}

function requireSampled(run: Run, contact: Contact, input: PlanInput, frozen: readonly Recipient[]): void {
  const sampled = new Set(input.sample);
  const gone = frozen.map(({ respondent }) => respondent).filter((respondent) => !sampled.has(respondent));
  if (gone.length === 0) return;
  throw new CliError({
    what: `${gone.length} people of this wave are not in the sample any more (${gone.slice(0, 3).join(", ")})`,
    where: run.path(batchFolder(contact, input) + RECIPIENTS_FILE),
    how: "The letters may be out: put back the sample/sample.csv that this wave was made from.",
  });
}
