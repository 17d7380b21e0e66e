import * as fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { describe, expect, it } from "vitest";
import { CsvError, CsvRows } from "../../../scripts/io/csvRows.ts";
import { writeTable } from "../../../scripts/io/table.ts";

function rows(text: string): string[][] {
  const reader = new CsvRows(text);
  const read: string[][] = [];
  while (reader.next()) {
    read.push(reader.fields());
    expect(reader.row).toBe(read.length);
    expect([reader.field(-1), reader.field(reader.length)]).toEqual(["", ""]);
  }
  return read;
}

describe("CsvRows", () => {
  it("reads plain lines, quoted fields, carriage returns, empty lines and a last line without an end", () => {
    expect(rows('a,b\n1,2\n"x, ""y""\nz",3\r\n\n4,')).toEqual([
      ["a", "b"],
      ["1", "2"],
      ['x, "y"\nz', "3"],
      ["4", ""],
    ]);
    expect(rows("")).toEqual([]);
    expect(rows('"a"\r\n"b"')).toEqual([["a"], ["b"]]);
  });

  it("reads what writeTable wrote, and reads it as hucre does", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "å", ",", '"', "\n", "\r", " ", "1", ";") });
    const table = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (cells) => {
        const text = writeTable(
          ["x", "y", "z"],
          cells.map(([x, y, z]) => ({ x, y, z })),
        );
        expect(rows(text)).toEqual([["x", "y", "z"], ...cells]);
        expect(rows(text)).toEqual(parseCsv(text, { delimiter: "," }));
      }),
    );
  });

  it.each([
    ['a,b\n1,"2', 2],
    ['a,b\n1,2\n3,4"5', 3],
    ['"a"b,c\n', 1],
  ])("refuses %j at row %i", (text, row) => {
    expect(() => rows(text)).toThrow(new CsvError(row));
  });
});
