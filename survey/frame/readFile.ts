/** All sheets of one file of an extract. */
import type { Acceptance } from "./accepting.ts";
import type { Sheet } from "./cells.ts";
import type { FileProblem } from "./fileProblems.ts";
import { municipalitiesIn } from "./municipalityName.ts";
import { nameOf, readSheet, type ExtractTable, type Keeper, type Reading } from "./readSheet.ts";

/** What could be opened as sheets, or the problem that stopped it. */
export type OpenedFile = { ok: true; sheets: Sheet[] } | { ok: false; problem: FileProblem };

export interface ExtractFile<K> {
  file: string;
  tables: ExtractTable<K>[];
  /** Each of these blocks the file. */
  problems: FileProblem[];
  /** Whose file it is; empty when nothing says so. */
  municipalities: string[];
  /** Hidden sheets that hold a table. */
  hiddenTables: string[];
}

/**
 * Reads every visible sheet that has a header; one with headings alone counts only when no other sheet has rows. Hidden sheets are not read: what a clerk cannot see is not what was sent.
 * `inRound` are the codes of the round's municipalities.
 */
export function readFile<K extends Keeper>(
  file: string,
  opened: OpenedFile,
  reading: Reading,
  newKeeper: () => K,
  inRound: ReadonlySet<string>,
  acceptances: readonly Acceptance[] = [],
): ExtractFile<K> {
  const stem = file.replace(/\.[^.]*$/, "");
  const result: ExtractFile<K> = { file, tables: [], problems: [], municipalities: [], hiddenTables: [] };
  if (!opened.ok) result.problems.push(opened.problem);
  const unfilled: FileProblem[] = [];
  for (const sheet of opened.ok ? opened.sheets : []) {
    const read = readSheet(sheet, stem, reading, newKeeper(), acceptances);
    if (read === null) continue;
    if (sheet.hidden) result.hiddenTables.push(sheet.name);
    else if (read.ok) result.tables.push(read.table);
    else if (read.problems.every(({ code }) => code === "no_rows")) unfilled.push(...read.problems);
    else result.problems.push(...read.problems);
  }
  if (result.tables.length === 0 && result.problems.length === 0)
    result.problems.push(...(unfilled.length > 0 ? unfilled : [{ code: "no_header" } as const]));

  const named = result.tables.flatMap(({ received }) => [...received.keys()]);
  const codes = new Set(named.length > 0 ? named : municipalitiesIn(stem));
  for (const code of named.length > 0 || codes.size === 1 ? codes : []) {
    if (!inRound.has(code)) result.problems.push({ code: "municipality_not_in_round", value: nameOf(code) });
  }
  result.municipalities = [...codes].filter((code) => inRound.has(code)).toSorted();
  return result;
}

/** How frame.csv names the place of a table: the file, and the sheet where the file has several tables. */
export const placeOf = (
  file: { file: string; tables: readonly unknown[] },
  table: { sheet: string },
): string => (file.tables.length > 1 ? `${file.file}/${table.sheet}` : file.file);
