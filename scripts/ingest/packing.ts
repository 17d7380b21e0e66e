/**
 * A read file on its way between threads. Rows without a problem are nearly all of them: they travel as one text, which
 * costs a tenth of what as many objects do.
 */
import { BENEFITS, type Benefit } from "#survey/benefits.ts";
import { parseCpr } from "#survey/cpr.ts";
import type { ExtractFile } from "#survey/frame/readFile.ts";
import type { Person } from "#survey/frame/readRow.ts";
import type { ExtractRow, ExtractTable } from "#survey/frame/readSheet.ts";

interface PackedTable extends ExtractTable {
  /** The rows without a problem; `rows` has the others. */
  plain: string;
}

export interface PackedFile extends Omit<ExtractFile, "tables"> {
  tables: PackedTable[];
}

const benefitNumbers = new Map<Benefit, number>(BENEFITS.map((benefit, i) => [benefit, i]));

export const packFile = (file: ExtractFile): PackedFile => ({ ...file, tables: file.tables.map(packTable) });

function packTable(table: ExtractTable): PackedTable {
  const rows: ExtractRow[] = [];
  const lines: string[] = [];
  for (const row of table.rows) {
    if (row.problems.length > 0 || row.person === null) rows.push(row);
    else lines.push(lineOf(row, row.person));
  }
  return { ...table, rows, plain: lines.join("\n") };
}

function lineOf({ row, municipality }: ExtractRow, person: Person): string {
  const flags = Number(person.finished) + 2 * Number(person.passive);
  const { cpr, benefit, transition, interview, phone, name } = person;
  const number = benefitNumbers.get(benefit) ?? -1;
  return `${row}\t${municipality}\t${cpr.digits}\t${number}\t${transition ?? ""}\t${interview ?? ""}\t${flags}\t${phone}\t${name}`;
}

export const unpackFile = (file: PackedFile): ExtractFile => ({
  ...file,
  tables: file.tables.map(({ plain, ...table }) => ({
    ...table,
    rows: [...table.rows, ...(plain === "" ? [] : plain.split("\n").map(rowOf))].toSorted(
      (a, b) => a.row - b.row,
    ),
  })),
});

function rowOf(line: string): ExtractRow {
  const cells = line.split("\t");
  const [row = "", municipality = "", digits = "", number = "", transition = "", interview = ""] = cells;
  const flags = Number(cells[6]);
  const parsed = parseCpr(digits);
  const benefit = BENEFITS[Number(number)];
  if (!parsed.ok || benefit === undefined) throw new RangeError(`row ${row} was packed wrongly`);
  const person: Person = {
    cpr: parsed.cpr,
    benefit,
    transition: transition === "" ? null : transition,
    interview: interview === "" ? null : interview,
    finished: (flags & 1) === 1,
    passive: (flags & 2) === 2,
    phone: cells[7] ?? "",
    name: cells[8] ?? "",
  };
  return { row: Number(row), municipality, person, problems: [], cells: null };
}
