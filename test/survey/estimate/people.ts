/** Invited people as a test needs them, and the rows of allocation, sample and answers that they make. */
import { CLOSED_ITEM_IDS, type ClosedItemId } from "#survey/questionnaire.ts";
import type { Round } from "#survey/round.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import type { AnswerRow, EstimationInput, SampleRow } from "#survey/estimate/input.ts";

export interface Invited {
  municipality: string;
  group: TargetGroup;
  sex: "f" | "m";
  age: string;
  duration: string;
  interview: string;
  finished: "0" | "1";
  /** Codes of q1 … q13; `null` is somebody who has not answered at all. */
  codes: readonly (number | null)[] | null;
}

export const invited = (changes: Partial<Invited> = {}): Invited => ({
  municipality: "0751",
  group: "dagpenge",
  sex: "f",
  age: "30-39",
  duration: "52-103",
  interview: "1-2",
  finished: "0",
  codes: CLOSED_ITEM_IDS.map(() => 2),
  ...changes,
});

/** The same code to every item. */
export const all = (code: number): (number | null)[] => CLOSED_ITEM_IDS.map(() => code);

/** That many people, alike but for what `changes` says of each. */
export const crowd = (n: number, changes: (i: number) => Partial<Invited>): Invited[] =>
  Array.from({ length: n }, (_, i) => invited(changes(i)));

/** Forty with mixed answers in each municipality, so that whatever a test adds is not alone. */
export const background = (): Invited[] =>
  ["0751", "0101"].flatMap((municipality) =>
    crowd(40, (i) => ({ municipality, codes: all((i % 5) + 1), sex: i % 2 ? "f" : "m" })),
  );

const sampleRow = (person: Invited, i: number): SampleRow => ({
  respondent: `${person.municipality}-${String(i).padStart(5, "0")}`,
  municipality: person.municipality,
  target_group: person.group,
  sex: person.sex,
  age_band: person.age,
  duration_band: person.duration,
  interview_band: person.interview,
  finished: person.finished,
});

const answerRow = (respondent: string, codes: readonly (number | null)[]): AnswerRow => {
  const code = (item: ClosedItemId) => codes[CLOSED_ITEM_IDS.indexOf(item)] ?? null;
  const [q1, q2, q3, q4, q5, q6] = [code("q1"), code("q2"), code("q3"), code("q4"), code("q5"), code("q6")];
  const [q7, q8, q9, q10] = [code("q7"), code("q8"), code("q9"), code("q10")];
  const [q11, q12, q13] = [code("q11"), code("q12"), code("q13")];
  return { respondent, q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13 };
};

/** Rows for people who were invited; `each` citizens stand behind every one of them, everybody in a census place. */
export function inputOf(
  round: Round,
  people: readonly Invited[],
  { each = 10, census = [] }: { each?: number; census?: readonly string[] } = {},
): EstimationInput {
  const sample = people.map(sampleRow);
  return {
    round,
    allocation: round.municipalities.flatMap(({ code }) =>
      TARGET_GROUPS.map((group) => {
        const n = people.filter((p) => p.municipality === code && p.group === group).length;
        const whole = census.includes(code);
        return {
          municipality: code,
          target_group: group,
          population: whole ? n : n * each,
          sample: n,
          census: whole,
        };
      }),
    ),
    sample,
    answers: people.flatMap(({ codes }, i) => (codes ? [answerRow(sample[i]?.respondent ?? "", codes)] : [])),
  };
}
