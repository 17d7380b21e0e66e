/**
 * What the analyst has accepted: a blocking problem, of one municipality or of all, that does not stop the extract any more.
 * Each problem's own table says what becomes of the rows; what it does not say cannot be accepted.
 */
import { FILE_PROBLEMS, fileProblem, type FileProblemCode } from "./fileProblems.ts";
import { ROW_PROBLEMS, rowProblem, type RowProblemCode } from "./problems.ts";
import type { ExtractRow } from "./readSheet.ts";

export type AcceptableCode = RowProblemCode | FileProblemCode;

export interface Acceptance {
  code: AcceptableCode;
  /** Null: of every municipality. */
  municipality: string | null;
}

export const isRowProblem = (code: string): code is RowProblemCode => Object.hasOwn(ROW_PROBLEMS, code);
const isFileProblem = (code: string): code is FileProblemCode => Object.hasOwn(FILE_PROBLEMS, code);

/** What becomes of rows or file when the problem is accepted; null when it cannot be. */
export function acceptanceOf(code: string): { code: AcceptableCode; says: string } | null {
  if (isRowProblem(code)) {
    const says = rowProblem(code).accepted?.says;
    return says === undefined ? null : { code, says };
  }
  if (!isFileProblem(code)) return null;
  const says = fileProblem(code).accepted;
  return says === undefined ? null : { code, says };
}

/** Every problem that can be accepted. */
export const acceptableCodes = (): string[] =>
  [...Object.keys(FILE_PROBLEMS), ...Object.keys(ROW_PROBLEMS)].filter((code) => acceptanceOf(code) !== null);

export const isAccepted = (
  acceptances: readonly Acceptance[],
  code: AcceptableCode,
  municipality: string | null,
): boolean =>
  acceptances.some((a) => a.code === code && (a.municipality === null || a.municipality === municipality));

/** The row with its accepted problems marked, and its person as they say; without a person when the row is left out. */
export function acceptRow<R extends ExtractRow>(row: R, acceptances: readonly Acceptance[]): R {
  if (acceptances.length === 0 || row.problems.length === 0) return row;
  const problems = row.problems.map((problem) =>
    isAccepted(acceptances, problem.code, row.municipality)
      ? { ...problem, accepted: true as const }
      : problem,
  );
  const accepted = problems.filter((problem) => "accepted" in problem);
  const leftOut = accepted.some(({ code }) => rowProblem(code).accepted?.rule === "left_out");
  const passive = accepted.some(({ code }) => code === "passive_unreadable");
  const person =
    leftOut || row.person === null ? null : { ...row.person, passive: row.person.passive || passive };
  return { ...row, problems, person };
}
