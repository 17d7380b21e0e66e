/** The answers of a round in columns, one a measure: what every estimate is read from. */
import { nearestCode, themeIndexes, themeScore, totalScore, type ThemeIndexId } from "../indexes.ts";
import { isIndex, MEASURE_IDS, type MeasureId } from "../measures.ts";
import {
  CODE_DONT_KNOW,
  isPositive,
  scoreOf,
  VALUE_CODES,
  type ClosedItemId,
  type Questionnaire,
} from "../questionnaire.ts";
import type { Respondent } from "./respondents.ts";

/** Place of "don't know" among counted codes: 1 to 5, then don't know. */
export const DONT_KNOW = 6;
/** Codes 1 to 5 and don't know. */
export const CODES = 6;

/** One measure for everybody, in the order of the respondents. */
export interface Column {
  id: MeasureId;
  /** Whether some questionnaire of the round asks it. */
  asked: boolean;
  /** What an index is made of: the items of a theme, the themes of the total. Empty for an item. */
  parts: readonly MeasureId[];
  /** 1 to 5 (of an index: the nearest answer), {@link DONT_KNOW}, or 0 for no answer. */
  code: Uint8Array;
  /** 0 to 100; NaN without a valid answer. */
  score: Float64Array;
  /** 1 for the two best answers, 0 for the others; NaN without a valid answer. */
  positive: Float64Array;
}

export type AnswerTable = Readonly<Record<MeasureId, Column>>;

const SCORES = VALUE_CODES.map(scoreOf);
/** The score of a code; `null` for what carries none. */
export const scoreOfAnswer = (code: number | null): number | null =>
  code === null ? null : (SCORES[code - 1] ?? null);

function emptyColumn(id: MeasureId, people: number, asked: boolean, parts: readonly MeasureId[]): Column {
  return {
    id,
    asked,
    parts,
    code: new Uint8Array(people),
    score: new Float64Array(people).fill(NaN),
    positive: new Float64Array(people).fill(NaN),
  };
}

function setScore(column: Column, person: number, code: number, score: number): void {
  column.code[person] = code;
  column.score[person] = score;
  column.positive[person] = isPositive(code) ? 1 : 0;
}

/** The columns of a round whose questionnaires are `versions`; the indexes are those of the last one. */
export function answerTable(
  respondents: readonly Respondent[],
  versions: readonly Questionnaire[],
): AnswerTable {
  const last = versions.at(-1);
  const themes = last ? themeIndexes(last) : [];
  const asked: ReadonlySet<string> = new Set(
    versions.flatMap(({ parts }) => parts.flatMap(({ items }) => items.map(({ id }) => id))),
  );
  const partsOf = (id: MeasureId): readonly MeasureId[] =>
    id === "total" ? themes.map((theme) => theme.id) : (themes.find((theme) => theme.id === id)?.items ?? []);
  const columns = MEASURE_IDS.map((id) => {
    const parts = partsOf(id);
    return emptyColumn(id, respondents.length, isIndex(id) ? parts.length > 1 : asked.has(id), parts);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the measures
  const table = Object.fromEntries(columns.map((column) => [column.id, column])) as AnswerTable;
  for (const column of columns) {
    if (!isIndex(column.id)) fillItem(column, column.id, respondents);
  }
  fillIndexes(table, themes, respondents.length);
  return table;
}

function fillItem(column: Column, id: ClosedItemId, respondents: readonly Respondent[]): void {
  respondents.forEach(({ answers }, person) => {
    const code = answers[id];
    const score = scoreOfAnswer(code);
    if (code !== null && score !== null) setScore(column, person, code, score);
    else if (code === CODE_DONT_KNOW) column.code[person] = DONT_KNOW;
  });
}

function fillIndexes(
  table: AnswerTable,
  themes: readonly { id: ThemeIndexId; items: readonly ClosedItemId[] }[],
  people: number,
): void {
  const valid = (id: MeasureId, person: number): number | null => {
    const score = table[id].score[person] ?? NaN;
    return Number.isNaN(score) ? null : score;
  };
  for (let person = 0; person < people; person++) {
    for (const { id, items } of themes) {
      const score = themeScore(items.map((item) => valid(item, person)));
      if (score !== null) setScore(table[id], person, nearestCode(score), score);
    }
    const total = totalScore(themes.map(({ id }) => valid(id, person)));
    if (total !== null) setScore(table.total, person, nearestCode(total), total);
  }
}
