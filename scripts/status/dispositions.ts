/** What has become of each person in the sample, from the database and the waves' lists. */
import { isAnswer as isAnswerOf } from "#survey/answers.ts";
import type { Wave } from "#survey/contact/waves.ts";
import { DISPOSITIONS, dispositionOf, type Disposition } from "#survey/dispositions.ts";
import { DISPOSITION_COLUMNS } from "#survey/files.ts";
import { writeTable } from "../io/table.ts";
import type { Fieldwork } from "../pull/fieldwork.ts";
import type { SampledPerson } from "./sampledPeople.ts";

export interface PersonStatus extends SampledPerson {
  disposition: Disposition;
  invited: boolean;
  /** Day the answers were sent; null for a draft, which has no clock. */
  answeredOn: string | null;
  /** How many of the three waves the person was in. */
  wavesSent: number;
}

type Waves = ReadonlyMap<Wave, ReadonlySet<string>>;

function storedOf(respondent: string, { interviews, unreadable }: StoredInput) {
  const interview = interviews.get(respondent);
  if (interview) {
    return { answered: isAnswerOf(interview.answers, interview.questionnaire), sent: interview.final };
  }
  // What cannot be read is there, but nobody can count its items.
  return unreadable.has(respondent) ? { answered: false, sent: false } : null;
}

interface StoredInput {
  interviews: Fieldwork["interviews"];
  unreadable: ReadonlySet<string>;
}

/** The status of everybody in the sample, in its order. */
export function personStatuses(
  people: readonly SampledPerson[],
  fieldwork: Fieldwork,
  waves: Waves,
): PersonStatus[] {
  const unreadable = new Set(fieldwork.unreadable.map((row) => row.respondent));
  const input = { interviews: fieldwork.interviews, unreadable };
  return people.map((person) => {
    const { respondent } = person;
    const standing = fieldwork.standings.get(respondent);
    const invited = waves.get(0)?.has(respondent) ?? false;
    const disposition = dispositionOf({
      invited,
      stored: storedOf(respondent, input),
      optedOut: (standing?.noRemindersOn ?? null) !== null,
      withdrawn: (standing?.withdrawnOn ?? null) !== null,
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
