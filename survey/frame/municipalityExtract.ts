/** Everything that a municipality sent, from all its files, and whether something stops it. */
import type { ExtractFile } from "./readFile.ts";
import { placeOf } from "./readFile.ts";
import type { FileProblem } from "./fileProblems.ts";
import { acceptRow, type AcceptableCode, type Acceptance } from "./accepting.ts";
import { rowProblem, severityOf } from "./problems.ts";
import type { ExtractRow, ExtractTable } from "./readSheet.ts";

/** A row with where it came from. */
export interface PlacedRow extends ExtractRow {
  /** The file, or `file/sheet`. */
  place: string;
  table: ExtractTable;
}

export interface MunicipalityExtract {
  code: string;
  files: string[];
  rows: PlacedRow[];
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
export function extractsByMunicipality(
  files: readonly ExtractFile[],
  acceptances: readonly Acceptance[] = [],
): MunicipalityExtract[] {
  const extracts = new Map<string, MunicipalityExtract>();
  for (const file of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    for (const code of file.municipalities) {
      const extract = extracts.get(code) ?? emptyExtract(code);
      extracts.set(code, extract);
      addFile(extract, file, acceptances);
    }
  }
  return [...extracts.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

const emptyExtract = (code: string): MunicipalityExtract => ({
  code,
  files: [],
  rows: [],
  fileProblems: [],
  skipped: [],
  leftOut: 0,
  accepted: new Map(),
  blocked: false,
});

function addFile(extract: MunicipalityExtract, file: ExtractFile, acceptances: readonly Acceptance[]): void {
  extract.files.push(file.file);
  for (const problem of file.problems) extract.fileProblems.push({ file: file.file, problem });
  for (const table of file.tables) {
    const place = placeOf(file, table);
    const own = table.rows.filter((row) => row.municipality === extract.code);
    for (const { code } of own.length > 0 ? table.accepted : []) count(extract, code);
    for (const received of own) {
      const row = acceptRow(received, acceptances);
      for (const { code, accepted } of row.problems) if (accepted === true) count(extract, code);
      if (row.problems.some(isLeftOut)) extract.leftOut++;
      extract.rows.push({ ...row, place, table });
    }
    if (table.skipped.length > 0 && own.length > 0) extract.skipped.push({ place, rows: table.skipped });
  }
  extract.blocked ||= file.problems.length > 0 || extract.rows.some(isBlocking);
}

function count({ accepted }: MunicipalityExtract, code: AcceptableCode): void {
  accepted.set(code, (accepted.get(code) ?? 0) + 1);
}

const isLeftOut = ({ code, accepted }: ExtractRow["problems"][number]): boolean =>
  accepted === true && rowProblem(code).accepted?.rule === "left_out";

const isBlocking = (row: ExtractRow): boolean =>
  row.problems.some((problem) => severityOf(problem) === "block");
