import { isAnswered } from "../answered.ts";
import { CLOSED_ITEM_IDS } from "../questionnaire.ts";
import type { AnswerRow, SampleRow } from "./input.ts";

/** An invited person with an answer (at least 7 of the closed items). */
export interface Respondent {
  person: SampleRow;
  answers: AnswerRow;
}

/**
 * The invited who have given an answer, in the order of the answers. Partials are left out.
 * @throws RangeError when somebody who is not in the sample has answered, or twice: sample and answers are not of one round.
 */
export function respondentsOf(sample: readonly SampleRow[], answers: readonly AnswerRow[]): Respondent[] {
  const people = new Map(sample.map((person) => [person.respondent, person]));
  const seen = new Set<string>();
  return answers.flatMap((row) => {
    const person = people.get(row.respondent);
    if (!person) throw new RangeError(`respondent ${row.respondent} has answered but is not in the sample`);
    if (seen.has(row.respondent))
      throw new RangeError(`respondent ${row.respondent} has two rows of answers`);
    seen.add(row.respondent);
    return isAnswered(CLOSED_ITEM_IDS.map((id) => row[id])) ? [{ person, answers: row }] : [];
  });
}
