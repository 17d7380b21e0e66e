/** Answers of made-up citizens as `pull` writes them, for the tests of estimate and export. */
import { ANSWER_COLUMNS } from "#survey/files.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { writeTable } from "../../scripts/io/table.ts";
import type { TestRound } from "./statusRound.ts";

/** A number from 0 to 1 that follows from its two arguments. */
const hash = (a: number, b: number): number => {
  const x = Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453;
  return x - Math.floor(x);
};

function codeOf(person: number, item: number): number | null {
  const luck = hash(person, item);
  if (luck < 0.05) return 8;
  if (luck < 0.08) return null;
  if (person % 9 === 0 && item >= 6 && item <= 9) return 9;
  return 1 + Math.floor(hash(person, item + 50) * 5);
}

/** Writes answers.csv: about `rate` of the sample; every tenth of them breaks off after the third item. */
export async function writeAnswers(test: TestRound, rate: number): Promise<string[]> {
  const answered = test.respondents.filter((_, i) => hash(i, 99) < rate);
  const rows = answered.map((respondent, n) => {
    const person = test.respondents.indexOf(respondent);
    const items = CLOSED_ITEM_IDS.map((id, i) => [id, n % 10 === 9 && i > 2 ? null : codeOf(person, i)]);
    return { respondent, submitted: n % 5 === 4 ? 0 : 1, ...Object.fromEntries(items) };
  });
  await test.write("answers/answers.csv", writeTable<string>(ANSWER_COLUMNS, rows));
  return answered;
}
