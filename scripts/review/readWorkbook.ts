/** Reads the decisions out of a reviewed workbook; whatever does not fit is named by its row. */
import type { Decision, ReviewText } from "#survey/freetext/acceptedTexts.ts";
import { normaliseText } from "#survey/freeText.ts";
import type { Cell } from "#survey/frame/cells.ts";
import { CliError } from "../errors.ts";
import { openXlsx } from "../io/extractXlsx.ts";
import { COLUMN_ORDER, COLUMNS, DECISION_WORDS, decisionOf, SHEET, type ReviewColumn } from "./words.ts";

/** A decision as it stands in the workbook: the edited text has not been scanned yet. */
export interface WrittenDecision {
  text: ReviewText;
  decision: Decision;
  edited: string;
}

export interface ReviewedWorkbook {
  decisions: WrittenDecision[];
  /** The ids of all rows, with a decision or without. */
  ids: ReadonlySet<string>;
  /** Rows whose text is no longer among the answers: withdrawn or changed since the workbook was made. */
  lapsed: number;
}

const MOST_LISTED = 20;
const textIn = (cell: Cell | undefined): string =>
  cell instanceof Date || cell === null || cell === undefined ? "" : String(cell);

function refuse(where: string, problems: readonly string[]): never {
  const more = problems.length > MOST_LISTED ? [`    and ${problems.length - MOST_LISTED} more`] : [];
  throw new CliError({
    what: `the reviewed texts do not fit:\n${[...problems.slice(0, MOST_LISTED).map((p) => `    ${p}`), ...more].join("\n")}`,
    where,
    how: "Mend these rows in the workbook, save it and run this again. Nothing has been read.",
  });
}

async function rowsOf(bytes: Uint8Array, where: string): Promise<readonly (readonly Cell[])[]> {
  const opened = await openXlsx(bytes);
  const sheet = opened.ok ? opened.sheets.find(({ name }) => name === SHEET) : undefined;
  return sheet?.rows ?? refuse(where, [`there is no sheet »${SHEET}« that can be read`]);
}

/** What is wrong with the decision of a row, or null. */
function faultIn(word: string, decision: Decision | null, edited: string): string | null {
  if (word !== "" && decision === null)
    return `»${COLUMNS.decision}« is neither ${Object.values(DECISION_WORDS).join(", ")} nor empty`;
  if (decision === "edit" && edited === "")
    return `»${DECISION_WORDS.edit}« needs a text in »${COLUMNS.edited}«`;
  if (decision !== "edit" && edited !== "")
    return `there is a text in »${COLUMNS.edited}«, but »${COLUMNS.decision}« is not »${DECISION_WORDS.edit}«`;
  return null;
}

/** @param where the file, for messages. @throws CliError listing the rows that do not fit; no text is quoted. */
export async function readReviewed(
  bytes: Uint8Array,
  texts: readonly ReviewText[],
  where: string,
): Promise<ReviewedWorkbook> {
  const [header = [], ...rows] = await rowsOf(bytes, where);
  const places = new Map(COLUMN_ORDER.map((column) => [column, header.indexOf(COLUMNS[column])]));
  const absent = COLUMN_ORDER.filter((column) => places.get(column) === -1);
  if (absent.length > 0)
    refuse(
      where,
      absent.map((column) => `the column »${COLUMNS[column]}« is missing`),
    );
  const byId = new Map(texts.map((text) => [text.id, text]));
  const seen = new Set<string>();
  const problems: string[] = [];
  const decisions: WrittenDecision[] = [];
  let lapsed = 0;
  rows.forEach((row, i) => {
    const cell = (column: ReviewColumn): string => normaliseText(textIn(row[places.get(column) ?? -1]));
    const [id, word, edited] = [cell("id"), cell("decision"), cell("edited")];
    if (id === "" && word === "" && edited === "") return;
    const problem = (what: string): void => void problems.push(`row ${i + 2}: ${what}`);
    const decision = decisionOf(word);
    const text = byId.get(id);
    const fault = faultIn(word, decision, edited);
    if (seen.has(id)) problem(`»${COLUMNS.id}« stands twice`);
    else if (!text) lapsed++;
    else if (normaliseText(text.text) !== cell("text"))
      problem(
        `»${COLUMNS.text}« was changed; write the new text in »${COLUMNS.edited}« and choose »${DECISION_WORDS.edit}«`,
      );
    else if (fault !== null) problem(fault);
    else if (decision) decisions.push({ text, decision, edited });
    seen.add(id);
  });
  if (problems.length > 0) refuse(where, problems);
  return { decisions, ids: seen, lapsed };
}
