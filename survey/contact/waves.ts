/**
 * Who gets which letter. The rule is code, not configuration: everybody in the sample is invited once; a reminder goes
 * only to somebody who was invited, has not sent, has not opted out and has not withdrawn; there are two at most.
 */
export const WAVES = [0, 1, 2] as const;
/** 0 is the invitation, 1 and 2 are the reminders. */
export type Wave = (typeof WAVES)[number];

/** What is known of a person when a reminder is made. A saved draft is not a reason to leave somebody out. */
export interface Standing {
  /** Was in the frozen list of wave 0. */
  invited: boolean;
  submitted: boolean;
  optedOut: boolean;
  withdrawn: boolean;
}

export const EXEMPTIONS = ["notInvited", "withdrawn", "optedOut", "submitted"] as const;
/** Why a person gets no reminder. */
export type Exemption = (typeof EXEMPTIONS)[number];

/** The reason that a person gets no reminder, or null when one is due. */
export function exemptionOf(standing: Standing): Exemption | null {
  if (!standing.invited) return "notInvited";
  if (standing.withdrawn) return "withdrawn";
  if (standing.optedOut) return "optedOut";
  return standing.submitted ? "submitted" : null;
}

export interface WaveList {
  /** Respondent numbers, sorted. */
  recipients: string[];
  /** How many get no letter, by reason. */
  exempt: Record<Exemption, number>;
}

/**
 * The list of a wave that has not been made before.
 * @param sample respondent numbers of one municipality
 * @param standingOf what is known of a respondent; not asked for in wave 0
 */
export function waveList(
  wave: Wave,
  sample: readonly string[],
  standingOf: (respondent: string) => Standing,
): WaveList {
  const exempt: Record<Exemption, number> = { notInvited: 0, withdrawn: 0, optedOut: 0, submitted: 0 };
  const recipients = sample.toSorted().filter((respondent) => {
    const exemption = wave === 0 ? null : exemptionOf(standingOf(respondent));
    if (exemption !== null) exempt[exemption] += 1;
    return exemption === null;
  });
  return { recipients, exempt };
}

export interface Difference {
  /** Due now, but not in the frozen list. */
  added: string[];
  /** In the frozen list, but not due any more. */
  removed: string[];
}

/** How the list that would be made now differs from the frozen one, which is the one that holds. */
export function differenceOf(frozen: readonly string[], now: readonly string[]): Difference {
  const [before, after] = [new Set(frozen), new Set(now)];
  return {
    added: now.filter((respondent) => !before.has(respondent)),
    removed: frozen.filter((respondent) => !after.has(respondent)),
  };
}
