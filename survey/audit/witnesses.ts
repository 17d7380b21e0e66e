/** Sample, allocation and answers as the auditor reads them: whoever has answered is a witness to the truth. */
import type { AllocationRow, AnswerRow, SampleRow } from "../estimate/input.ts";
import { themeIndexes, themeScore, totalScore } from "../indexes.ts";
import { CLOSED_ITEM_IDS, QUESTIONNAIRES } from "../questionnaire.ts";
import { BREAKDOWNS } from "../results.ts";
import type { Witness } from "./truth.ts";

/** An answer is at least so many of the 13 items given, don't know and no interview included (DESIGN §4). */
const ENOUGH = 7;
const SCALE_STEP = 25;

export interface AuditInput {
  allocation: readonly AllocationRow[];
  sample: readonly SampleRow[];
  answers: readonly AnswerRow[];
}

const stratum = (row: { municipality: string; target_group: string }): string =>
  `${row.municipality}.${row.target_group}`;

/** Everybody who has answered. @throws RangeError when somebody has who is not in the sample. */
export function witnessesOf({ allocation, sample, answers }: AuditInput, version: string): Witness[] {
  const people = new Map(sample.map((person) => [person.respondent, person]));
  const answered = answers.flatMap((row) => {
    const person = people.get(row.respondent);
    if (!person) throw new RangeError(`respondent ${row.respondent} is not in the sample`);
    const given = CLOSED_ITEM_IDS.filter((item) => row[item] !== null).length;
    return given >= ENOUGH ? [{ person, row }] : [];
  });
  const perStratum = new Map<string, number>();
  for (const { person } of answered) {
    perStratum.set(stratum(person), (perStratum.get(stratum(person)) ?? 0) + 1);
  }
  const population = new Map(allocation.map((row) => [stratum(row), row.population]));
  return answered.map(({ person, row }) => ({
    domains: domainsOf(person),
    weight: (population.get(stratum(person)) ?? 0) / (perStratum.get(stratum(person)) ?? 1),
    scores: scoresOf(row, version),
  }));
}

function domainsOf(person: SampleRow): string[] {
  const { municipality, target_group: group } = person;
  const background = BREAKDOWNS.map((variable) => `${variable}=${person[variable]}`);
  return [
    "all",
    municipality,
    group,
    `${municipality}.${group}`,
    ...background.flatMap((value) => [`all.${value}`, `${municipality}.${value}`]),
  ];
}

function scoresOf(row: AnswerRow, version: string): Map<string, number> {
  const scores = new Map<string, number>();
  for (const item of CLOSED_ITEM_IDS) {
    const code = row[item];
    if (code !== null && code >= 1 && code <= 5) scores.set(item, (5 - code) * SCALE_STEP);
  }
  const questionnaire = QUESTIONNAIRES[version];
  const themes = (questionnaire ? themeIndexes(questionnaire) : []).map(({ id, items }) => ({
    id,
    score: themeScore(items.map((item) => scores.get(item) ?? null)),
  }));
  const total = totalScore(themes.map(({ score }) => score));
  for (const { id, score } of themes) if (score !== null) scores.set(id, score);
  if (total !== null) scores.set("total", total);
  return scores;
}
