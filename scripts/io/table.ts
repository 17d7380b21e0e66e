/** CSV as the commands hand it to each other: UTF-8, comma, header, RFC 4180, line feed. */
import { CliError } from "../errors.ts";
import { CsvError, CsvRows } from "./csvRows.ts";

export type TableRow<C extends string> = Record<C, string>;

/** A field as it stands in a row. */
export const quoted = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** One row of a table without its line feed. */
export const tableLine = <C extends string>(
  columns: readonly C[],
  row: Readonly<Partial<Record<C, string | number | null>>>,
): string => columns.map((column) => quoted(String(row[column] ?? ""))).join(",");

/** The text of a table. Numbers are written in full, `null` and `undefined` as nothing. */
export function writeTable<C extends string>(
  columns: readonly C[],
  rows: Iterable<Readonly<Record<C, string | number | null | undefined>>>,
): string {
  const lines = [columns.join(",")];
  for (const row of rows) lines.push(tableLine(columns, row));
  return `${lines.join("\n")}\n`;
}

const CUT = "The file is cut or was edited; run the command that writes it again.";

/**
 * The rows of a table. The header must have the columns; it may have more, in any order.
 * @throws CliError naming the file and the row when the header or a row does not fit.
 */
export function readTable<C extends string>(
  text: string,
  columns: readonly C[],
  file: string,
): TableRow<C>[] {
  const reader = new CsvRows(text);
  const refuse = (what: string, row: number): CliError =>
    new CliError({ what, where: `${file}, row ${row}`, how: CUT });
  try {
    reader.next();
    const header = reader.fields();
    const places = placesOf(header, columns, file);
    const rows: TableRow<C>[] = [];
    while (reader.next()) {
      if (reader.length !== header.length)
        throw refuse(`the row has ${reader.length} fields, the header ${header.length}`, reader.row);
      const cells = places.map(([column, place]) => [column, reader.field(place)]);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the columns
      rows.push(Object.fromEntries(cells) as TableRow<C>);
    }
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw refuse("the row is not CSV", error.row);
    throw error;
  }
}

/** Where each column stands. @throws CliError when one is missing. */
function placesOf<C extends string>(
  header: readonly string[],
  columns: readonly C[],
  file: string,
): [C, number][] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length === 0) return columns.map((column) => [column, header.indexOf(column)]);
  throw new CliError({
    what: `the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")} is missing`,
    where: `${file}, row 1`,
    how: "Run the command that writes this file again; do not edit it by hand.",
  });
}
