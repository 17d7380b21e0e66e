/** A read file on its way between threads: a line of text a person, and whole only the rows with a problem. */
import { frameRow, type FrameDates } from "#survey/frame/frame.ts";
import type { DeliveredFile, DeliveredTable, ProblemRow } from "#survey/frame/municipalityExtract.ts";
import { rowProblem, type RowProblem } from "#survey/frame/problems.ts";
import { placeOf, type ExtractFile } from "#survey/frame/readFile.ts";
import type { ExtractTable } from "#survey/frame/readSheet.ts";
import { entryLine, FrameEntry } from "./frameEntry.ts";

interface PackedTable extends Omit<DeliveredTable<never>, "people"> {
  /** Lines of `entryLine`. */
  people: string;
}

export interface PackedFile extends Omit<ExtractFile, "tables"> {
  tables: readonly PackedTable[];
}

export const packFile = (file: ExtractFile, dates: FrameDates): PackedFile => ({
  ...file,
  tables: file.tables.map((table) => packTable(table, dates)),
});

function packTable(table: ExtractTable, dates: FrameDates): PackedTable {
  const { sheet, header, skipped, hiddenFields, accepted } = table;
  const received = new Map<string, number>();
  const lines: string[] = [];
  const problems: ProblemRow[] = [];
  for (const { row, municipality, person, problems: found, cells } of table.rows) {
    received.set(municipality, (received.get(municipality) ?? 0) + 1);
    if (person !== null) lines.push(entryLine(frameRow(municipality, person, dates), person.transition, row));
    if (found.length > 0)
      problems.push({ row, municipality, problems: found, cells: isListed(found) ? cells : null });
  }
  return { sheet, header, skipped, hiddenFields, accepted, received, problems, people: lines.join("\n") };
}

/** Only such rows are shown with their cells. */
const isListed = (problems: readonly RowProblem[]): boolean =>
  problems.some(({ code }) => rowProblem(code).unlisted !== true);

export const unpackFile = (file: PackedFile): DeliveredFile<FrameEntry> => ({
  ...file,
  tables: file.tables.map((table) => {
    const place = placeOf(file, table);
    const lines = table.people === "" ? [] : table.people.split("\n");
    return { ...table, people: lines.map((line) => new FrameEntry(line, place)) };
  }),
});
