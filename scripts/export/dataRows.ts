/** The answers joined with what the sample knows of each person, with stratum and weight: before anything is hidden. */
import { isAnswered } from "#survey/answered.ts";
import { designOf } from "#survey/estimate/design.ts";
import { respondentsOf } from "#survey/estimate/respondents.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import type { PostStratum } from "#survey/weights/postStratify.ts";
import type { RoundTables } from "../estimate/inputs.ts";

export type DataRow = Readonly<Record<string, string | number | null>>;

export interface PersonRow {
  respondent: string;
  municipality: string;
  /** `null` in a municipality without an answer: nobody there has a weight. */
  stratum: string | null;
  row: DataRow;
}

/** `0751.dagpenge`, or `0492.dagpenge+jobparate` where groups were merged. */
const nameOf = ({ municipality, groups }: PostStratum): string => `${municipality}.${groups.join("+")}`;

/** The stratum of every cell, municipality × target group. */
function strataOf({ allocation, sample, answers }: RoundTables): Map<string, PostStratum> {
  const { strata } = designOf(respondentsOf(sample, answers), allocation);
  return new Map(
    strata.flatMap((stratum) =>
      stratum.groups.map((group) => [`${stratum.municipality}.${group}`, stratum] as const),
    ),
  );
}

/**
 * One row for each person with something answered, in the order of answers.csv. Fewer than 7 items are no answer
 * (`answer` 0): they are there for whoever wants to look at break-offs, and have no weight.
 */
export function dataRows(tables: RoundTables): PersonRow[] {
  const strata = strataOf(tables);
  const sampled = new Map(tables.people.map((person) => [person.respondent, person]));
  return tables.answers.map(({ respondent, submitted, ...codes }) => {
    const person = sampled.get(respondent);
    const { municipality = "", targetGroup = "" } = person ?? {};
    const stratum = strata.get(`${municipality}.${targetGroup}`);
    const answer = isAnswered(CLOSED_ITEM_IDS.map((item) => codes[item]));
    const name = stratum ? nameOf(stratum) : null;
    const row = {
      ...person?.row,
      stratum: name,
      population: stratum?.population ?? null,
      stratum_answers: stratum?.answers ?? null,
      weight: answer ? (stratum?.weight ?? null) : null,
      answer: answer ? 1 : 0,
      submitted: submitted ? 1 : 0,
      ...codes,
    };
    return { respondent, municipality, stratum: name, row };
  });
}
