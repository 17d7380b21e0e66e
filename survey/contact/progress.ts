/** How far the field work is: answers against invitations, for any set of people. */
import { isAnswer, type Disposition } from "../dispositions/disposition.ts";

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
