/** What has become of each person in the sample, from the database, the waves' lists and the delivery reports. */
import { isAnswer as isAnswerOf } from "#survey/answers.ts";
import { channelOf } from "#survey/contact/exemptions.ts";
import { REACHABLE, type Reachability } from "#survey/contact/delivery.ts";
import { DISPOSITIONS, dispositionOf, type Disposition } from "#survey/dispositions/disposition.ts";
import { DISPOSITION_COLUMNS } from "#survey/files.ts";
import { writeTable } from "../io/table.ts";
import type { Waves } from "../letters/recipients.ts";
import type { Fieldwork } from "../pull/fieldwork.ts";
import type { SampledPerson } from "./sampledPeople.ts";

export interface PersonStatus extends SampledPerson {
  disposition: Disposition;
  invited: boolean;
  /** Day the answers were sent; null for a draft, which has no clock. */
  answeredOn: string | null;
  /** How many of the waves, and of the extra round of text messages, the person was in. */
  wavesSent: number;
}

export interface History {
  fieldwork: Fieldwork;
  waves: Waves;
  /** By respondent number; whom no report names can be reached. */
  reach: ReadonlyMap<string, Reachability>;
  /** Whom a text message may be sent to. */
  textable: ReadonlySet<string>;
}

function storedOf(respondent: string, { interviews }: Fieldwork, unreadable: ReadonlySet<string>) {
  const interview = interviews.get(respondent);
  if (interview) {
    return { answered: isAnswerOf(interview.answers, interview.questionnaire), sent: interview.final };
  }
  // What cannot be read is there, but nobody can count its items.
  return unreadable.has(respondent) ? { answered: false, sent: false } : null;
}

/** The status of everybody in the sample, in its order. */
export function personStatuses(people: readonly SampledPerson[], history: History): PersonStatus[] {
  const { fieldwork, waves, reach: reachable, textable } = history;
  const unreadable = new Set(fieldwork.unreadable.map((row) => row.respondent));
  return people.map((person) => {
    const { respondent } = person;
    const standing = fieldwork.standings.get(respondent);
    const reach = reachable.get(respondent) ?? REACHABLE;
    const invited = waves.get(0)?.has(respondent) ?? false;
    const disposition = dispositionOf({
      invited,
      stored: storedOf(respondent, fieldwork, unreadable),
      optedOut: (standing?.noRemindersOn ?? null) !== null || reach.stop === "refused",
      withdrawn: (standing?.withdrawnOn ?? null) !== null,
      deceased: reach.stop === "deceased",
      moved: reach.stop === "moved",
      undeliverable: channelOf({ reach, textable: textable.has(respondent) }) === null,
    });
    const wavesSent = [...waves.values()].filter((wave) => wave.has(respondent)).length;
    return { ...person, disposition, invited, answeredOn: standing?.submittedOn ?? null, wavesSent };
  });
}

/** `status/dispositions.csv`. */
export const dispositionsTable = (statuses: readonly PersonStatus[]): string =>
  writeTable(
    DISPOSITION_COLUMNS,
    statuses.map((s) => ({
      respondent: s.respondent,
      municipality: s.municipality,
      target_group: s.targetGroup,
      disposition: DISPOSITIONS[s.disposition],
      answered_on: s.answeredOn,
      waves_sent: s.wavesSent,
    })),
  );
