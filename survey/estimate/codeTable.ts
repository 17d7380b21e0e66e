/**
 * The answers of a round, counted once: how many, with which weights, have given which code to which item, by stratum and
 * value of each background variable. Every domain is a sum of such slots, so estimating costs one pass over the answers
 * however many domains there are.
 *
 * ```
 *   slot = (stratum, column)      column = one value of one variable: group=dagpenge, sex=f, age_band=30-39, …
 *   cell = (slot, item, code)     code 1 … 5 at 0 … 4, don't know at 5
 * ```
 */
import { CLOSED_ITEM_IDS, CODE_DONT_KNOW } from "../questionnaire.ts";
import { BREAKDOWNS, type Breakdown } from "../results.ts";
import { TARGET_GROUPS } from "../targetGroups.ts";
import type { SampleRow } from "./input.ts";
import type { Respondent } from "./respondents.ts";

export const ITEMS = CLOSED_ITEM_IDS.length;
/** Codes 1 to 5 and don't know. */
export const CODES = 6;
/** Place of "don't know" among the codes. */
export const DONT_KNOW = 5;

/** The columns of the table: target groups first, then the values of each background variable. */
export interface Columns {
  readonly length: number;
  /** The column of a value, or `null` when the variable has no such value. */
  of(variable: Breakdown | "target_group", value: string): number | null;
}

export function columnsOf(values: Readonly<Record<Breakdown, readonly string[]>>): Columns {
  const names = [
    ...TARGET_GROUPS.map((group) => `target_group=${group}`),
    ...BREAKDOWNS.flatMap((variable) => values[variable].map((value) => `${variable}=${value}`)),
  ];
  const places = new Map(names.map((name, place) => [name, place]));
  return { length: names.length, of: (variable, value) => places.get(`${variable}=${value}`) ?? null };
}

export interface CodeTable {
  columns: Columns;
  /** Answers of each slot. */
  people: Float64Array;
  /** Of each cell: how many, the sum of their weights, the sum of their squared weights. */
  count: Float64Array;
  weight: Float64Array;
  weightSquared: Float64Array;
}

export const slotOf = (columns: Columns, stratum: number, column: number): number =>
  stratum * columns.length + column;
/** The first cell (code 1) of a slot and item. */
export const cellOf = (slot: number, item: number): number => (slot * ITEMS + item) * CODES;

/**
 * Counts the answers.
 * @param strata the stratum of each respondent.
 * @param weights the weight of each respondent.
 * @throws RangeError when a person has a background value that the round does not know.
 */
export function codeTable(
  respondents: readonly Respondent[],
  columns: Columns,
  design: { stratumCount: number; strata: ArrayLike<number>; weights: ArrayLike<number> },
): CodeTable {
  const slots = design.stratumCount * columns.length;
  const table: CodeTable = {
    columns,
    people: new Float64Array(slots),
    count: new Float64Array(slots * ITEMS * CODES),
    weight: new Float64Array(slots * ITEMS * CODES),
    weightSquared: new Float64Array(slots * ITEMS * CODES),
  };
  respondents.forEach(({ person, answers }, i) => {
    const codes = CLOSED_ITEM_IDS.map((id) => placeOfCode(answers[id]));
    const weight = design.weights[i] ?? 0;
    for (const column of columnsOfPerson(person, columns)) {
      addAnswers(table, slotOf(columns, design.strata[i] ?? 0, column), codes, weight);
    }
  });
  return table;
}

/** The place of a code among the counted ones; −1 for what is not counted (not given, had no interview). */
const placeOfCode = (code: number | null): number =>
  code === null ? -1 : code >= 1 && code <= 5 ? code - 1 : code === CODE_DONT_KNOW ? DONT_KNOW : -1;

function columnsOfPerson(person: SampleRow, columns: Columns): number[] {
  return (["target_group", ...BREAKDOWNS] as const).map((variable) => {
    const column = columns.of(variable, person[variable]);
    if (column === null) {
      throw new RangeError(
        `respondent ${person.respondent}: »${person[variable]}« is no value of ${variable} in this round`,
      );
    }
    return column;
  });
}

function addAnswers(table: CodeTable, slot: number, codes: readonly number[], weight: number): void {
  table.people[slot] = (table.people[slot] ?? 0) + 1;
  codes.forEach((code, item) => {
    if (code < 0) return;
    const cell = cellOf(slot, item) + code;
    table.count[cell] = (table.count[cell] ?? 0) + 1;
    table.weight[cell] = (table.weight[cell] ?? 0) + weight;
    table.weightSquared[cell] = (table.weightSquared[cell] ?? 0) + weight * weight;
  });
}
