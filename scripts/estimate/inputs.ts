/** Reads what estimates and exports are made from: allocation, sample and answers, and refuses what does not fit together. */
import type { AllocationRow, AnswerRow, EstimationInput, SampleRow } from "#survey/estimate/input.ts";
import { ALLOCATION_COLUMNS, ANSWER_COLUMNS } from "#survey/files.ts";
import {
  CLOSED_ITEM_IDS,
  CODE_DONT_KNOW,
  CODE_NO_INTERVIEW,
  interviewItems,
  QUESTIONNAIRES,
  VALUE_CODES,
  type ClosedItemId,
} from "#survey/questionnaire.ts";
import type { Round } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { CliError } from "../errors.ts";
import { readTable, type TableRow } from "../io/table.ts";
import type { Run } from "../run.ts";
import { readSampledPeople, type SampledPerson } from "../status/sampledPeople.ts";

const ALLOCATION_FILE = "sample/allocation.csv";
const ANSWERS_FILE = "answers/answers.csv";
const SAMPLE_AGAIN = "Run `npx borgersvar sample <round>` again; do not edit the file.";
const PULL_AGAIN = "Run `npx borgersvar pull <round>` again; do not edit the file.";
const CODES = new Set([...VALUE_CODES, CODE_DONT_KNOW].map(String));
/** The items that »had no interview« (9) can stand for, in any version of the questionnaire. */
const AFTER_INTERVIEW = new Set(Object.values(QUESTIONNAIRES).flatMap(interviewItems));

/** An answer as the file has it: the closed items, and whether it was sent. */
export type PulledAnswer = AnswerRow & { submitted: boolean };

export interface RoundTables extends EstimationInput {
  answers: PulledAnswer[];
  people: SampledPerson[];
}

function allocationRow(row: TableRow<(typeof ALLOCATION_COLUMNS)[number]>, where: string): AllocationRow {
  const group = TARGET_GROUPS.find((g) => g === row.target_group);
  const [population, sample] = [row.population, row.sample].map(Number);
  if (!group)
    throw new CliError({ what: `»${row.target_group}« is no target group`, where, how: SAMPLE_AGAIN });
  if (!isCount(population) || !isCount(sample) || sample > population) {
    throw new CliError({ what: "population and sample are no counts that fit", where, how: SAMPLE_AGAIN });
  }
  if (row.census !== "0" && row.census !== "1")
    throw new CliError({ what: "census is neither 0 nor 1", where, how: SAMPLE_AGAIN });
  return {
    municipality: row.municipality,
    target_group: group,
    population,
    sample,
    census: row.census === "1",
  };
}

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0;

async function readAllocation(run: Run): Promise<AllocationRow[]> {
  const file = run.path(ALLOCATION_FILE);
  const text = await run.readText(ALLOCATION_FILE, "Draw the sample first: `npx borgersvar sample <round>`.");
  const rows = readTable(text, ALLOCATION_COLUMNS, file);
  run.readRows(ALLOCATION_FILE, rows.length);
  return rows.map((row, i) => allocationRow(row, `${file}, row ${i + 2}`));
}

function codeOf(cell: string, item: ClosedItemId, where: string): number | null {
  if (cell === "") return null;
  if (CODES.has(cell) || (cell === String(CODE_NO_INTERVIEW) && AFTER_INTERVIEW.has(item)))
    return Number(cell);
  throw new CliError({ what: `»${cell}« is no code of ${item}`, where, how: PULL_AGAIN });
}

async function readAnswers(run: Run, sampled: ReadonlySet<string>): Promise<PulledAnswer[]> {
  const file = run.path(ANSWERS_FILE);
  const text = await run.readText(ANSWERS_FILE, "Open the answers first: `npx borgersvar pull <round>`.");
  const rows = readTable(text, ANSWER_COLUMNS, file);
  run.readRows(ANSWERS_FILE, rows.length);
  const seen = new Set<string>();
  return rows.map((row, i) => {
    const where = `${file}, row ${i + 2}`;
    const { respondent } = row;
    if (!sampled.has(respondent) || seen.has(respondent)) {
      const what = seen.has(respondent) ? "stands twice" : "is not in the sample";
      throw new CliError({ what: `respondent ${respondent} ${what}`, where, how: PULL_AGAIN });
    }
    seen.add(respondent);
    if (row.submitted !== "0" && row.submitted !== "1") {
      throw new CliError({ what: `submitted is »${row.submitted}«, not 0 or 1`, where, how: PULL_AGAIN });
    }
    const codes = Object.fromEntries(CLOSED_ITEM_IDS.map((item) => [item, codeOf(row[item], item, where)]));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the items
    return { respondent, submitted: row.submitted === "1", ...codes } as PulledAnswer;
  });
}

const sampleRow = ({ respondent, municipality, targetGroup, row }: SampledPerson): SampleRow => ({
  respondent,
  municipality,
  target_group: targetGroup,
  sex: row.sex,
  age_band: row.age_band,
  duration_band: row.duration_band,
  interview_band: row.interview_band,
  finished: row.finished,
});

/** The allocation must be that of the sample: as many people in each cell, or the weights are wrong. */
function requireAllocated(
  run: Run,
  people: readonly SampledPerson[],
  allocation: readonly AllocationRow[],
): void {
  const drawn = new Map<string, number>();
  for (const { municipality, targetGroup } of people) {
    const cell = `${municipality} ${targetGroup}`;
    drawn.set(cell, (drawn.get(cell) ?? 0) + 1);
  }
  const allocated = new Map(allocation.map((row) => [`${row.municipality} ${row.target_group}`, row.sample]));
  const cells = new Set([...drawn.keys(), ...allocated.keys()]);
  const wrong = [...cells].find((cell) => (drawn.get(cell) ?? 0) !== (allocated.get(cell) ?? 0));
  if (wrong === undefined) return;
  throw new CliError({
    what: `the allocation has ${allocated.get(wrong) ?? 0} people for ${wrong}, the sample ${drawn.get(wrong) ?? 0}`,
    where: run.path(ALLOCATION_FILE),
    how: "allocation.csv and sample.csv are not of the same draw: run `npx borgersvar sample <round>` again.",
  });
}

/** @throws CliError naming the file and row that does not fit. */
export async function readRoundTables(run: Run, round: Round): Promise<RoundTables> {
  const people = await readSampledPeople(run);
  const allocation = await readAllocation(run);
  requireAllocated(run, people, allocation);
  const answers = await readAnswers(run, new Set(people.map((person) => person.respondent)));
  return { round, allocation, sample: people.map(sampleRow), answers, people };
}
