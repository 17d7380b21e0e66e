/** CSV as the commands hand it to each other: UTF-8, comma, header, RFC 4180, line feed. */
import { parseCsv } from "hucre/csv";
import { CliError } from "../errors.ts";

export type TableRow<C extends string> = Record<C, string>;

const quoted = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** The text of a table. Numbers are written in full, `null` and `undefined` as nothing. */
export function writeTable<C extends string>(
  columns: readonly C[],
  rows: Iterable<Readonly<Record<C, string | number | null | undefined>>>,
): string {
  const lines = [columns.join(",")];
  for (const row of rows) lines.push(columns.map((column) => quoted(String(row[column] ?? ""))).join(","));
  return `${lines.join("\n")}\n`;
}

/**
 * The rows of a table. The header must have the columns; it may have more, in any order.
 * @throws CliError naming the file and the row when the header or a row does not fit.
 */
export function readTable<C extends string>(
  text: string,
  columns: readonly C[],
  file: string,
): TableRow<C>[] {
  const [header = [], ...rows] = parseCsv(text, { delimiter: ",", skipEmptyRows: true });
  const places = columns.map((column) => header.indexOf(column));
  const missing = columns.filter((_, i) => places[i] === -1);
  if (missing.length > 0) {
    throw new CliError({
      what: `the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")} is missing`,
      where: `${file}, row 1`,
      how: "Run the command that writes this file again; do not edit it by hand.",
    });
  }
  return rows.map((cells, i) => {
    if (cells.length !== header.length) {
      throw new CliError({
        what: `the row has ${cells.length} fields, the header ${header.length}`,
        where: `${file}, row ${i + 2}`,
        how: "The file is cut or was edited; run the command that writes it again.",
      });
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the columns
    return Object.fromEntries(
      columns.map((column, c) => [column, String(cells[places[c] ?? 0] ?? "")]),
    ) as TableRow<C>;
  });
}
