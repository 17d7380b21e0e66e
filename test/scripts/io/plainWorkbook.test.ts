/**
 * What the patterns for plain workbooks read is what the library reads: every workbook is opened by both. 450 of them in
 * `npm test`, 30,000 with BORGERSVAR_NIGHTLY=1.
 */
import * as fc from "fast-check";
import { writeXlsx, type CellValue, type WriteSheet } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { Cell } from "#survey/frame/cells.ts";
import type { OpenedFile } from "#survey/frame/readFile.ts";
import { Archive, storedArchive } from "../../../scripts/io/archive.ts";
import { openXlsx } from "../../../scripts/io/extractXlsx.ts";
import { plainWorkbook } from "../../../scripts/io/plain/workbook.ts";

const NIGHTLY = process.env["BORGERSVAR_NIGHTLY"] === "1";

type Parts = Map<string, string>;
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

const partsOf = (bytes: Uint8Array): Parts => {
  const archive = new Archive(bytes);
  return new Map(archive.names.map((name) => [name, archive.read(name).toString("utf8")]));
};
const buffersOf = (parts: Parts) => new Map([...parts].map(([name, xml]) => [name, Buffer.from(xml)]));
const zipped = (parts: Parts): Uint8Array => storedArchive(buffersOf(parts), { sums: true });
const isPlain = (parts: Parts): boolean => plainWorkbook(buffersOf(parts)) !== null;

/** The same workbook with its texts in a part of another name, where no pattern looks for them. */
function forLibrary(parts: Parts): Parts {
  const moved: Parts = new Map();
  for (const [name, xml] of parts)
    if (name === STRINGS) moved.set("xl/texts.xml", xml);
    else if (/rels$|Types/.test(name)) moved.set(name, xml.replace("sharedStrings.xml", "texts.xml"));
    else moved.set(name, xml);
  return moved;
}

const withoutEnd = <T>(list: readonly T[], isEmpty: (item: T) => boolean): T[] =>
  list.slice(0, list.findLastIndex((item) => !isEmpty(item)) + 1);

/** Without the empty cells and rows at the ends, of which readers may lay out some. */
const rowsOf = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  withoutEnd(
    rows.map((row) => withoutEnd(row, (cell) => cell === null)),
    (row) => row.length === 0,
  );

const trimmed = (file: OpenedFile): OpenedFile =>
  file.ok ? { ok: true, sheets: file.sheets.map((sheet) => ({ ...sheet, rows: rowsOf(sheet.rows) })) } : file;

const opened = async (parts: Parts) => trimmed(await openXlsx(zipped(parts)));
const openedByLibrary = (parts: Parts) => opened(forLibrary(parts));

const ROWS: CellValue[][] = [
  ["CPR-nr.", "Ydelse", "Dato", "Passiv"],
  ["  to  blanke ", "Sygedagpenge – æøå €", new Date("2026-03-29T00:00:00Z"), true],
  [],
  [null, "", -1.5e-7, false, 1e21],
  ["01\n02", "😀", 46_000.25, null, "sidst"],
];
const sheetOf = (rows: CellValue[][], more: Partial<WriteSheet> = {}): WriteSheet => ({
  name: "Ark1",
  rows: rows.map((row) => row.slice()),
  ...more,
});

describe("a plain workbook", () => {
  const books: Record<string, Parameters<typeof writeXlsx>[0]> = {
    "with texts, numbers, dates and truth values": { sheets: [sheetOf(ROWS)] },
    "that counts days from 1904": { sheets: [sheetOf(ROWS)], dateSystem: "1904" },
    "with several sheets, one of them hidden and one empty": {
      sheets: [
        sheetOf(ROWS),
        sheetOf([["skjult", 1]], { name: "B", hidden: true }),
        sheetOf([], { name: "C" }),
      ],
    },
    "with hidden rows, hidden columns and merged cells": {
      sheets: [
        sheetOf(ROWS, {
          rowDefs: new Map([[1, { hidden: true }]]),
          columns: [{}, { hidden: true }],
          merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
        }),
      ],
    },
    "in which every text is empty": { sheets: [sheetOf([[""], ["", ""]])] },
  };

  it.each(Object.entries(books))("%s is read to the same sheets", async (_, book) => {
    const parts = partsOf(await writeXlsx(book));
    expect(isPlain(parts)).toBe(true);
    expect(isPlain(forLibrary(parts))).toBe(false);
    expect(await opened(parts)).toStrictEqual(await openedByLibrary(parts));
  });

  it("reads a date for a number whose style is one, and a number for every other", async () => {
    const bytes = await writeXlsx({ sheets: [sheetOf([[new Date("2026-03-29T00:00:00Z"), 46_110]])] });
    expect(await openXlsx(bytes)).toMatchObject({
      ok: true,
      sheets: [{ rows: [[new Date("2026-03-29T00:00:00Z"), 46_110]] }],
    });
  });
});

const cells = (xml: string) => `<sheetData><row r="1">${xml}</row></sheetData>`;

describe("what is not plain is the library's", () => {
  const sheets: Record<string, string> = {
    "a formula": cells('<c r="A1"><f>1+1</f><v>2</v></c>'),
    "an entity": cells('<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>'),
    "formatted text": cells('<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>'),
    "a character as a number": cells('<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>'),
    "a cell without an address": cells("<c><v>1</v></c>"),
    "cells out of order": cells('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>'),
    "a cell twice": cells('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
    "a cell of another row": cells('<c r="A2"><v>1</v></c>'),
    "a text that is not in the list": cells('<c r="A1" t="s"><v>7</v></c>'),
    "a number that is none": cells('<c r="A1"><v>12 kr.</v></c>'),
    "an error": cells('<c r="A1" t="e"><v>#REF!</v></c>'),
    "other attributes": cells('<c r="A1" cm="1"><v>1</v></c>'),
    "blanks between the tags": "<sheetData> <row r='1'> <c r='A1'><v>1</v></c> </row> </sheetData>",
    "a comment": cells('<c r="A1"><v>1</v></c><!-- <c r="B1"><v>2</v></c> -->'),
    "rows out of order":
      '<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    "two lists of rows": `${cells('<c r="A1"><v>1</v></c>')}${cells('<c r="B1"><v>2</v></c>')}`,
  };
  it.each(Object.entries(sheets))("%s", async (_, sheetData) => {
    const parts = partsOf(await writeXlsx({ sheets: [sheetOf([["x"]])] }));
    parts.set(SHEET, (parts.get(SHEET) ?? "").replace(/<sheetData>.*<\/sheetData>/, sheetData));
    expect(isPlain(parts)).toBe(false);
    expect(await opened(parts)).toStrictEqual(await openedByLibrary(parts));
  });

  it("a sheet that reaches too far is refused before it is laid out", async () => {
    const parts = partsOf(await writeXlsx({ sheets: [sheetOf([["x"]])] }));
    const far = cells('<c r="XFD1"><v>1</v></c>');
    parts.set(SHEET, (parts.get(SHEET) ?? "").replace(/<sheetData>.*<\/sheetData>/, far));
    expect(await openXlsx(zipped(parts))).toStrictEqual({ ok: false, problem: { code: "too_large" } });
  });
});

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(null, "", " ", "0101", "a & b", "<b>", "_x000D_", "\u00a0", "\r\n", 0, -0, 1e-9),
  fc.string({ maxLength: 20, unit: "grapheme" }),
  fc.string({ maxLength: 5, unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.date({ min: new Date("1901-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
);

it("any cells are read alike", { timeout: 600_000 }, async () => {
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("1900", "1904"), async (values, dateSystem) => {
      const parts = partsOf(await writeXlsx({ sheets: [sheetOf(values)], dateSystem }));
      expect(await opened(parts)).toStrictEqual(await openedByLibrary(parts));
    }),
    { numRuns: NIGHTLY ? 10_000 : 150 },
  );
});

it("changed XML is read alike", { timeout: 600_000 }, async () => {
  const parts = partsOf(await writeXlsx({ sheets: [sheetOf(ROWS)] }));
  const piece = fc.constantFrom("<", ">", "&", '"', "</c>", '<c r="F1"/>', "<v>3</v>", "<row>", " ", "7", "");
  const change = fc.record({
    part: fc.constantFrom(SHEET, SHEET, STRINGS, "xl/styles.xml"),
    at: fc.nat(),
    remove: fc.nat(4),
    piece,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = new Map(parts);
      for (const { part, at, remove, piece: inserted } of changes) {
        const xml = changed.get(part) ?? "";
        const place = at % (xml.length + 1);
        changed.set(part, xml.slice(0, place) + inserted + xml.slice(place + remove));
      }
      // Where the rest of the sheet has no place for the comment both read with the library.
      expect(await opened(changed)).toStrictEqual(await openedByLibrary(changed));
    }),
    { numRuns: NIGHTLY ? 20_000 : 300 },
  );
});
