/** Decides for one batch of a municipality who gets the letter of a wave: the frozen list where there is one, else a new one. */
import type { RespondentStatus } from "#db/queries/listStatus.ts";
import {
  differenceOf,
  waveList,
  type Difference,
  type Exemption,
  type Standing,
  type Wave,
} from "#survey/contact/waves.ts";
import { CliError } from "../errors.ts";
import type { Run } from "../run.ts";
import { batchFolder, type Batch } from "./batchFolder.ts";
import { readRecipients, RECIPIENTS_FILE } from "./recipients.ts";

export interface WavePlan extends Batch {
  recipients: string[];
  /** How many of the sample get no letter, by reason, as of now. */
  exempt: Record<Exemption, number>;
  /** How the frozen list differs from the one that would be made now; null when the list is new. */
  difference: Difference | null;
}

export interface PlanInput extends Batch {
  /** Respondent numbers of the batch. */
  sample: readonly string[];
  /** What the database knows, by respondent number; empty in wave 0, which needs none. */
  known: ReadonlyMap<string, RespondentStatus>;
}

/**
 * @returns null when the batch had no invitation, so there is nobody to remind, or is a supplement that has not had the
 * reminder before this one
 * @throws CliError when a frozen list names somebody who is not in the sample
 */
export async function planWave(run: Run, wave: Wave, input: PlanInput): Promise<WavePlan | null> {
  const { municipality, batch, sample, known } = input;
  const invited = wave === 0 ? null : await readRecipients(run, 0, input);
  if (wave > 0 && invited === null) return null;
  if (wave === 2 && batch > 0 && (await readRecipients(run, 1, input)) === null) return null;
  const isInvited = new Set(invited);
  const now = waveList(wave, sample, (respondent) =>
    standingOf(known.get(respondent), isInvited.has(respondent)),
  );
  const frozen = await readRecipients(run, wave, input);
  if (frozen === null) return { municipality, batch, ...now, difference: null };
  requireSampled(run, wave, input, frozen);
  return {
    municipality,
    batch,
    recipients: frozen,
    exempt: now.exempt,
    difference: differenceOf(frozen, now.recipients),
  };
}

/** Of somebody the database does not know nobody can say that a reminder is right: that person counts as not invited. */
const standingOf = (status: RespondentStatus | undefined, invited: boolean): Standing => ({
  invited: invited && status !== undefined,
  submitted: status !== undefined && status.submittedOn !== null,
  optedOut: status !== undefined && status.noRemindersOn !== null,
  withdrawn: status !== undefined && status.withdrawnOn !== null,
});

function requireSampled(run: Run, wave: Wave, input: PlanInput, frozen: readonly string[]): void {
  const sampled = new Set(input.sample);
  const gone = frozen.filter((respondent) => !sampled.has(respondent));
  if (gone.length === 0) return;
  throw new CliError({
    what: `${gone.length} people of this wave are not in the sample any more (${gone.slice(0, 3).join(", ")})`,
    where: run.path(batchFolder(wave, input) + RECIPIENTS_FILE),
    how: "The letters may be out: put back the sample/sample.csv that this wave was made from.",
  });
}
