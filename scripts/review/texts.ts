/** The masked texts of a round, without those from cells that are too small to be quoted at all. */
import { createHash } from "node:crypto";
import type { ReviewText } from "#survey/freetext/acceptedTexts.ts";
import { FREETEXT_COLUMNS } from "#survey/files.ts";
import { respondentsOf } from "#survey/estimate/respondents.ts";
import { thresholdOf } from "#survey/estimate/response.ts";
import { TEXT_ITEM_IDS } from "#survey/questionnaire.ts";
import type { Round } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import { readRoundTables, type RoundTables } from "../estimate/inputs.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";

const FREETEXT_FILE = "answers/freetext.csv";

export interface TextsToReview {
  texts: ReviewText[];
  /** Texts from a cell (municipality × target group) with too few answers: nobody reads them. */
  fromSmallCells: number;
}

const cellOf = (municipality: string, group: string): string => `${municipality}.${group}`;

/** The cells with at least as many answers as their municipality's threshold asks for. */
function largeCells({ round, allocation, sample, answers }: RoundTables): Set<string> {
  const counts = new Map<string, number>();
  for (const { person } of respondentsOf(sample, answers)) {
    const cell = cellOf(person.municipality, person.target_group);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const thresholds = new Map(
    round.municipalities.map(({ code }) => [
      code,
      thresholdOf(
        allocation.filter((row) => row.municipality === code),
        round,
      ),
    ]),
  );
  return new Set(
    [...counts]
      .filter(([cell, n]) => n >= (thresholds.get(cell.slice(0, 4)) ?? Infinity))
      .map(([cell]) => cell),
  );
}

/** Twelve signs that follow from round, respondent, question and text. */
function idOf(round: Round, respondent: string, question: string, text: string): string {
  const hash = createHash("sha256").update(JSON.stringify([round.id, respondent, question, text]));
  return `t${hash.digest("hex").slice(0, 11)}`;
}

/** `pull` puts an apostrophe before what a spreadsheet would run as a formula. */
const asWritten = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** @throws CliError naming the row that fits neither the sample nor the questions. */
export async function readTextsToReview(run: Run, round: Round): Promise<TextsToReview> {
  const tables = await readRoundTables(run, round);
  const people = new Map(tables.people.map((person) => [person.respondent, person]));
  const text = await run.readText(FREETEXT_FILE, "Open the answers first: `npx borgersvar pull <round>`.");
  const rows = readTable(text, FREETEXT_COLUMNS, run.path(FREETEXT_FILE));
  run.readRows(FREETEXT_FILE, rows.length);
  const texts = rows.map((row, i): ReviewText => {
    const person = people.get(row.respondent);
    const question = TEXT_ITEM_IDS.find((id) => id === row.question);
    if (!person || !question) {
      throw new CliError({
        what: person ? `»${row.question}« is no free-text question` : "the respondent is not in the sample",
        where: `${run.path(FREETEXT_FILE)}, row ${i + 2}`,
        how: "Run `npx borgersvar pull <round>` again; do not edit the file.",
      });
    }
    const { municipality, targetGroup, respondent } = person;
    const written = asWritten(row.text);
    return {
      id: idOf(round, respondent, question, written),
      respondent,
      municipality,
      targetGroup,
      question,
      text: written,
    };
  });
  const cells = largeCells(tables);
  const large = texts.filter(({ municipality, targetGroup }) => cells.has(cellOf(municipality, targetGroup)));
  return { texts: large, fromSmallCells: texts.length - large.length };
}
