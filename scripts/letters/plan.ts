/** Decides for one municipality who gets the letter of a wave: the frozen list where there is one, else a new one. */
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
import { readRecipients, RECIPIENTS_FILE, waveFolder } from "./recipients.ts";

export interface WavePlan {
  municipality: string;
  recipients: string[];
  /** How many of the sample get no letter, by reason, as of now. */
  exempt: Record<Exemption, number>;
  /** How the frozen list differs from the one that would be made now; null when the list is new. */
  difference: Difference | null;
}

export interface PlanInput {
  municipality: string;
  /** Respondent numbers of the municipality. */
  sample: readonly string[];
  /** What the database knows, by respondent number; empty in wave 0, which needs none. */
  known: ReadonlyMap<string, RespondentStatus>;
}

/**
 * @returns null when the municipality had no invitation, so there is nobody to remind
 * @throws CliError when a frozen list names somebody who is not in the sample
 */
export async function planWave(run: Run, wave: Wave, input: PlanInput): Promise<WavePlan | null> {
  const { municipality, sample, known } = input;
  const invited = wave === 0 ? null : await readRecipients(run, 0, municipality);
  if (wave > 0 && invited === null) return null;
  const isInvited = new Set(invited);
  const now = waveList(wave, sample, (respondent) =>
    standingOf(known.get(respondent), isInvited.has(respondent)),
  );
  const frozen = await readRecipients(run, wave, municipality);
  if (frozen === null) return { municipality, ...now, difference: null };
  requireSampled(run, wave, municipality, frozen, sample);
  return {
    municipality,
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

function requireSampled(
  run: Run,
  wave: Wave,
  municipality: string,
  frozen: readonly string[],
  sample: readonly string[],
): void {
  const sampled = new Set(sample);
  const gone = frozen.filter((respondent) => !sampled.has(respondent));
  if (gone.length === 0) return;
  throw new CliError({
    what: `${gone.length} people of this wave are not in the sample any more (${gone.slice(0, 3).join(", ")})`,
    where: run.path(waveFolder(wave, municipality) + RECIPIENTS_FILE),
    how: "The letters may be out: put back the sample/sample.csv that this wave was made from.",
  });
}
