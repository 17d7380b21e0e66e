/** `review/decisions.csv`: what was decided about each text, by whom and when. */
import { maskFreetext } from "#survey/freetext/mask.ts";
import type { ReviewDecision, ReviewText } from "#survey/freetext/acceptedTexts.ts";
import { DECISIONS } from "#survey/freetext/acceptedTexts.ts";
import type { KnownPerson } from "#survey/freetext/span.ts";
import { CliError } from "../errors.ts";
import { readTable, writeTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import type { ReviewedWorkbook, WrittenDecision } from "./readWorkbook.ts";

export const DECISIONS_FILE = "review/decisions.csv";
const COLUMNS = ["id", "decision", "text", "reviewer", "reviewed_on"] as const;

export interface RecordedDecision extends ReviewDecision {
  reviewer: string;
  /** `YYYY-MM-DD`. */
  reviewedOn: string;
}

/** Earlier decisions by the id of the text; none when nobody has reviewed yet. */
export async function readDecisions(run: Run): Promise<Map<string, RecordedDecision>> {
  if (!(await run.exists(DECISIONS_FILE))) return new Map();
  const how = "Run `npx borgersvar review <round> --reviewer <name>` again; do not edit the file.";
  const rows = readTable(await run.readText(DECISIONS_FILE, how), COLUMNS, run.path(DECISIONS_FILE));
  run.readRows(DECISIONS_FILE, rows.length);
  return new Map(
    rows.map((row, i) => {
      const decision = DECISIONS.find((name) => name === row.decision);
      const { id, text, reviewer, reviewed_on } = row;
      if (decision) return [id, { decision, text, reviewer, reviewedOn: reviewed_on }];
      const where = `${run.path(DECISIONS_FILE)}, row ${i + 2}`;
      throw new CliError({ what: `»${row.decision}« is no decision`, where, how });
    }),
  );
}

/** The table in the order of the ids. */
export function decisionsTable(decisions: ReadonlyMap<string, RecordedDecision>): {
  text: string;
  rows: number;
} {
  const rows = [...decisions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { reviewedOn, ...decision }]) => ({ id, ...decision, reviewed_on: reviewedOn }));
  return { text: writeTable(COLUMNS, rows), rows: rows.length };
}

export interface Merged {
  decisions: Map<string, RecordedDecision>;
  /** Edited texts in which the scan found something again; it stands masked in the decision. */
  maskedAgain: number;
}

/** One decision of the workbook, its edited text scanned again. */
function recorded(written: WrittenDecision, people: ReadonlyMap<string, KnownPerson>): ReviewDecision {
  if (written.decision !== "edit") return { decision: written.decision, text: "" };
  return { decision: "edit", text: maskFreetext(written.edited, people.get(written.text.respondent)).text };
}

/**
 * Earlier decisions with those of the workbook over them. A decision that did not change keeps the name of whoever made it;
 * one that was emptied is taken back; a row that is not in the workbook keeps its decision.
 */
export function mergedDecisions(
  earlier: ReadonlyMap<string, RecordedDecision>,
  workbook: ReviewedWorkbook,
  by: { reviewer: string; reviewedOn: string; people: ReadonlyMap<string, KnownPerson> },
): Merged {
  const { reviewer, reviewedOn, people } = by;
  let maskedAgain = 0;
  const decisions = new Map([...earlier].filter(([id]) => !workbook.ids.has(id)));
  for (const entry of workbook.decisions) {
    const decision = recorded(entry, people);
    if (decision.decision === "edit" && decision.text !== entry.edited) maskedAgain++;
    const before = earlier.get(entry.text.id);
    const same = before?.decision === decision.decision && before.text === decision.text;
    decisions.set(entry.text.id, same ? before : { ...decision, reviewer, reviewedOn });
  }
  return { decisions, maskedAgain };
}

/** The decisions about texts that still stand. */
export const standing = (
  decisions: ReadonlyMap<string, RecordedDecision>,
  texts: readonly ReviewText[],
): Map<string, RecordedDecision> => {
  const ids = new Set(texts.map(({ id }) => id));
  return new Map([...decisions].filter(([id]) => ids.has(id)));
};
