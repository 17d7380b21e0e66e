/** How far the field work is: answers against invitations, for any set of people. */
import { isAnswer, type Disposition } from "../dispositions.ts";

export interface Progress {
  /** In the sample. */
  sampled: number;
  /** Had the invitation. */
  invited: number;
  /** Complete and partial interviews: the answers of the 200-rule. */
  answers: number;
  refusals: number;
  breakOffs: number;
  /** Invited, nothing heard: who may still answer. Break-offs may too. */
  silent: number;
}

export interface ProgressInput {
  invited: boolean;
  disposition: Disposition;
}

/** Counts of a set of people. */
export function progressOf(people: readonly ProgressInput[]): Progress {
  const count = (fits: (person: ProgressInput) => boolean): number => people.filter(fits).length;
  return {
    sampled: people.length,
    invited: count((p) => p.invited),
    answers: count((p) => isAnswer(p.disposition)),
    refusals: count((p) => p.disposition === "refusal"),
    breakOffs: count((p) => p.disposition === "breakOff"),
    silent: count((p) => p.disposition === "nothingReturned"),
  };
}

/** Answers per invited person, or null when nobody is invited. */
export const responseRate = ({ answers, invited }: Progress): number | null =>
  invited === 0 ? null : answers / invited;

/**
 * The share of those who may still answer that must do so for `target` answers to be reached: 0 when it is reached, above
 * 1 when it cannot be, null when nobody is left to ask and it is not reached.
 */
export function rateStillNeeded({ answers, silent, breakOffs }: Progress, target: number): number | null {
  const missing = Math.max(0, target - answers);
  if (missing === 0) return 0;
  const open = silent + breakOffs;
  return open === 0 ? null : missing / open;
}
