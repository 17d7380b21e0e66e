/** Everything that a municipality sent, from all its files, and whether something stops it. */
import type { AcceptableCode } from "./accepting.ts";
import type { PersonRow } from "./duplicates.ts";
import type { FileProblem } from "./fileProblems.ts";
import type { Fate } from "./flow.ts";
import { rowProblem, severityOf, type RowProblem } from "./problems.ts";
import { placeOf, type ExtractFile } from "./readFile.ts";
import type { ExtractTable, ProblemRow } from "./readSheet.ts";

/** Somebody who may be in the frame, as the whole round looks at it. */
export interface FramePerson extends PersonRow, Fate {
  /** The benefit's own name. */
  readonly benefit: string;
}

/** What one table holds of one municipality. */
export interface ExtractPart<P extends FramePerson = FramePerson> {
  /** The file, or `file/sheet`. */
  place: string;
  table: ExtractTable<readonly P[]>;
  received: number;
  people: readonly P[];
  problems: readonly ProblemRow[];
}

export interface MunicipalityExtract<P extends FramePerson = FramePerson> {
  code: string;
  files: string[];
  parts: ExtractPart<P>[];
  received: number;
  fileProblems: { file: string; problem: FileProblem }[];
  /** Rows that hold no person, by place. */
  skipped: { place: string; rows: number[] }[];
  /** Rows that were accepted as they are and give nobody to ask. */
  leftOut: number;
  /** Rows (of a problem of the file: sheets) that have each accepted problem. */
  accepted: Map<AcceptableCode, number>;
  /** A blocked municipality is not in the frame. */
  blocked: boolean;
}

/** The extracts by municipality, sorted by code. A problem of a file blocks every municipality that it is from. */
export function extractsByMunicipality<P extends FramePerson>(
  files: readonly ExtractFile<readonly P[]>[],
): MunicipalityExtract<P>[] {
  const extracts = new Map<string, MunicipalityExtract<P>>();
  for (const file of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    for (const code of file.municipalities) {
      const extract = extracts.get(code) ?? emptyExtract(code);
      extracts.set(code, extract);
      addFile(extract, file);
    }
  }
  return [...extracts.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

const emptyExtract = (code: string): MunicipalityExtract<never> => ({
  code,
  files: [],
  parts: [],
  received: 0,
  fileProblems: [],
  skipped: [],
  leftOut: 0,
  accepted: new Map(),
  blocked: false,
});

function addFile<P extends FramePerson>(
  extract: MunicipalityExtract<P>,
  file: ExtractFile<readonly P[]>,
): void {
  extract.files.push(file.file);
  for (const problem of file.problems) extract.fileProblems.push({ file: file.file, problem });
  for (const table of file.tables) {
    const received = table.received.get(extract.code) ?? 0;
    if (received === 0) continue;
    const part = { ...ownRows(table, extract.code), place: placeOf(file, table), table, received };
    extract.parts.push(part);
    extract.received += received;
    for (const { code } of table.accepted) count(extract, code);
    for (const row of part.problems) addProblems(extract, row.problems);
    if (table.skipped.length > 0) extract.skipped.push({ place: part.place, rows: table.skipped });
  }
  extract.blocked ||= file.problems.length > 0;
}

type Tally = Pick<MunicipalityExtract, "accepted" | "leftOut" | "blocked">;

/** Nearly every table is of one municipality: then nothing is sorted out. */
function ownRows<P extends FramePerson>(
  { received, people, problems }: ExtractTable<readonly P[]>,
  code: string,
) {
  if (received.size === 1) return { people, problems };
  return {
    people: people.filter(({ municipality }) => municipality === code),
    problems: problems.filter(({ municipality }) => municipality === code),
  };
}

function addProblems(extract: Tally, problems: readonly RowProblem[]): void {
  for (const { code, accepted } of problems) if (accepted === true) count(extract, code);
  if (problems.some(isLeftOut)) extract.leftOut++;
  extract.blocked ||= problems.some((problem) => severityOf(problem) === "block");
}

function count({ accepted }: Pick<Tally, "accepted">, code: AcceptableCode): void {
  accepted.set(code, (accepted.get(code) ?? 0) + 1);
}

const isLeftOut = ({ code, accepted }: RowProblem): boolean =>
  accepted === true && rowProblem(code).accepted?.rule === "left_out";
