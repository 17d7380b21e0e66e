/** `export/answers.csv`: the answers joined with what the sample knows of each person, with stratum and weight. */
import { isAnswered } from "#survey/answered.ts";
import { designOf } from "#survey/estimate/design.ts";
import { respondentsOf } from "#survey/estimate/respondents.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import type { PostStratum } from "#survey/weights/postStratify.ts";
import type { RoundTables } from "../estimate/inputs.ts";

export type DataRow = Readonly<Record<string, string | number | null>>;

/** `0751.dagpenge`, or `0492.dagpenge+jobparate` where groups were merged. */
const nameOf = ({ municipality, groups }: PostStratum): string => `${municipality}.${groups.join("+")}`;

const weighting = (stratum: PostStratum | undefined): DataRow => ({
  stratum: stratum ? nameOf(stratum) : null,
  population: stratum?.population ?? null,
  stratum_answers: stratum?.answers ?? null,
  weight: stratum?.weight ?? null,
});

/**
 * One row for each person with something answered, in the order of answers.csv. Fewer than 7 items are no answer
 * (`answer` 0): they are there for whoever wants to look at break-offs, and have no weight.
 */
export function dataRows({ allocation, sample, answers, people }: RoundTables): DataRow[] {
  const respondents = respondentsOf(sample, answers);
  const design = designOf(respondents, allocation);
  const strata = new Map(
    respondents.map(({ person }, i) => [person.respondent, design.strata[design.stratum[i] ?? -1]]),
  );
  const sampled = new Map(people.map((person) => [person.respondent, person.row]));
  return answers.map((row) => {
    const answered = isAnswered(CLOSED_ITEM_IDS.map((item) => row[item]));
    return {
      ...sampled.get(row.respondent),
      ...weighting(strata.get(row.respondent)),
      answer: answered ? 1 : 0,
      ...row,
      submitted: row.submitted ? 1 : 0,
    };
  });
}
