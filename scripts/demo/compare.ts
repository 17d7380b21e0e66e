/**
 * Holds what `pull` opened against what the server acknowledged: every acknowledged final there, nothing changed, nothing
 * invented. Comparing field by field, in the words of the files, it shares no code with Worker or pull.
 */
import { ANSWER_COLUMNS, FREETEXT_COLUMNS, LOCAL_COLUMNS } from "#survey/files.ts";
import type { TableRow } from "../io/table.ts";
import type { Answers } from "./opinion.ts";
import type { Ledger } from "./visit.ts";

export interface Pulled {
  answers: TableRow<(typeof ANSWER_COLUMNS)[number]>[];
  local: TableRow<(typeof LOCAL_COLUMNS)[number]>[];
  freetext: TableRow<(typeof FREETEXT_COLUMNS)[number]>[];
}

export interface Comparison {
  finals: number;
  drafts: number;
  withdrawn: number;
  texts: number;
  localAnswers: number;
  /** What does not fit, a line each; empty when all is well. */
  differences: string[];
}

const CLOSED = Array.from({ length: 13 }, (_, i) => `q${i + 1}`);
const AFTER_INTERVIEW = new Set(["q7", "q8", "q9", "q10"]);
const TEXTS = ["q14", "q15"];

/** What must stand in answers.csv for these form fields: `q1=2 q7=9 …`. */
function closedLine(answers: Answers): string {
  const value = (item: string): string =>
    answers["no_interview"] === "1" && AFTER_INTERVIEW.has(item) ? "9" : (answers[item] ?? "");
  return CLOSED.map((item) => `${item}=${value(item)}`).join(" ");
}

/** What must stand in freetext.csv and local.csv, in one comparable text. */
const otherLine = (entries: readonly (readonly [string, string])[]): string =>
  entries
    .filter(([, text]) => text !== "")
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([question, text]) => `${question}=${JSON.stringify(text)}`)
    .join(" ");

/** Texts that a spreadsheet would run are disarmed with an apostrophe. */
const disarmed = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text);

const otherFields = (answers: Answers): [string, string][] =>
  Object.entries(answers)
    .filter(([name]) => TEXTS.includes(name) || /^l\d$/.test(name))
    .map(([name, text]) => [name, disarmed(text)]);

export function compare(ledgers: ReadonlyMap<string, Ledger>, pulled: Pulled): Comparison {
  const result: Comparison = {
    finals: 0,
    drafts: 0,
    withdrawn: 0,
    texts: 0,
    localAnswers: 0,
    differences: [],
  };
  const others = groupOthers(pulled);
  const rows = new Map(pulled.answers.map((row) => [row.respondent, row]));
  for (const [respondent, ledger] of ledgers) {
    const row = rows.get(respondent);
    rows.delete(respondent);
    const problem = compareOne(ledger, row, others.get(respondent) ?? [], result);
    if (problem) result.differences.push(`${respondent}: ${problem}`);
  }
  for (const respondent of rows.keys()) result.differences.push(`${respondent}: an answer that nobody gave`);
  return result;
}

function groupOthers(pulled: Pulled): Map<string, [string, string][]> {
  const others = new Map<string, [string, string][]>();
  const add = (respondent: string, question: string, text: string): void => {
    others.set(respondent, [...(others.get(respondent) ?? []), [question, text]]);
  };
  for (const row of pulled.freetext) add(row.respondent, row.question, row.text);
  for (const row of pulled.local) add(row.respondent, row.question, row.answer);
  return others;
}

function compareOne(
  ledger: Ledger,
  row: Pulled["answers"][number] | undefined,
  others: [string, string][],
  result: Comparison,
): string | null {
  if (ledger.withdrawn) {
    result.withdrawn++;
    return row || others.length > 0 ? "withdrawn, but still there" : null;
  }
  const candidates = ledger.final
    ? [ledger.final.answers]
    : [...ledger.drafts.values()].map((draft) => draft.answers);
  if (candidates.length === 0) return row ? "an answer that was never acknowledged" : null;
  const submitted = ledger.final ? "1" : "0";
  if (!row)
    return candidates.every((c) => Object.keys(c).length === 0) ? null : "acknowledged, but not there";
  const found = CLOSED.map((item) => `${item}=${(row as Record<string, string>)[item] ?? ""}`).join(" ");
  const fits = candidates.some(
    (c) => closedLine(c) === found && otherLine(otherFields(c)) === otherLine(others),
  );
  if (!fits) return `changed: ${found}`;
  if (row.submitted !== submitted) return `submitted is ${row.submitted}, not ${submitted}`;
  if (ledger.final) result.finals++;
  else result.drafts++;
  result.texts += others.filter(([question]) => TEXTS.includes(question)).length;
  result.localAnswers += others.filter(([question]) => !TEXTS.includes(question)).length;
  return null;
}
