/** What a round's results are made from: rows of allocation.csv, sample.csv and answers.csv, their columns as keys. */
import type { IsoDate } from "../dates.ts";
import type { ClosedItemId } from "../questionnaire.ts";
import type { Breakdown } from "../results.ts";
import type { Round } from "../round.ts";
import type { TargetGroup } from "../targetGroups.ts";
import type { PopulationMargins } from "../weights/fitToMargins.ts";

/** A target group of a municipality, from allocation.csv. */
export interface AllocationRow {
  municipality: string;
  target_group: TargetGroup;
  /** Eligible citizens. */
  population: number;
  /** Invited. */
  sample: number;
  /** Everybody in the municipality is invited. */
  census: boolean;
}

/** An invited person, from sample.csv; the background variables hold the codes that the file holds. */
export interface SampleRow extends Record<Breakdown, string> {
  respondent: string;
  municipality: string;
  target_group: TargetGroup;
}

/** Codes 1–5, 8 (don't know) or 9 (had no interview); `null` when not given. From answers.csv, sent or not. */
export type AnswerRow = { respondent: string } & Readonly<Record<ClosedItemId, number | null>>;

export interface EstimationInput {
  round: Round;
  allocation: readonly AllocationRow[];
  sample: readonly SampleRow[];
  /** At most one row a respondent. */
  answers: readonly AnswerRow[];
  /** Day on which a respondent has sent the answers, from dispositions.csv; without it there is no response curve. */
  sentOn?: ReadonlyMap<string, IsoDate>;
  /** Citizens by value of the margins that the round weights to; needed only where it has some. */
  margins?: PopulationMargins;
}
