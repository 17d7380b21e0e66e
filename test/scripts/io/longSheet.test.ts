/** A long sheet is the sheet that the library alone would write. */
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { Archive } from "../../../scripts/io/archive.ts";
import { CELL_STYLES, styledSheet, writeWorkbook } from "../../../scripts/io/excel.ts";
import { longSheet, type LongCell } from "../../../scripts/io/longSheet.ts";
import type { CellComment } from "../../../scripts/io/sheetComments.ts";
import { changeEntries } from "../../../scripts/io/zipEntry.ts";

const { heading, plain, text, warning, note, block, title } = CELL_STYLES;
const PROPERTIES = { title: "Prøve", date: "2026-11-23" };
const WIDTHS = [20, 10, 30];
const LONG_TEXT = "Telefonnummeret kan ikke få en SMS. Kontrollér nummeret, eller lad feltet stå tomt.";

const LINES: LongCell[][] = [
  ["Fil", "Række", "Hvad"].map((label) => [label, heading] as const),
  [
    ["Udtræk 2. kvartal.xlsx", plain],
    [12, plain],
    [LONG_TEXT, warning],
  ],
  [
    ["0101901234", text],
    [0.5, note],
    ["", text],
  ],
  [["=1+1", block]],
  [],
  [
    ["", plain],
    [-3, text],
    ["Sød æblegrød & <b>", text],
  ],
];

const COMMENTS: CellComment[] = [
  { row: 1, column: 2, author: "Borgersvar", text: LONG_TEXT },
  { row: 2, column: 0, author: "Borgersvar", text: "<Kontrollér> »A & B«" },
  { row: 5, column: 1, author: "Borgersvar", text: "Skriv ja eller nej." },
];

/** The workbook with the sheet as its second. */
async function written(lines: LongCell[][], comments: CellComment[] = []): Promise<Uint8Array> {
  const { sheet, changes } = longSheet("Rækker", lines, WIDTHS, comments);
  const first = styledSheet("Først", [[["Først", title]]], [10]);
  return changeEntries(await writeWorkbook([first, sheet], PROPERTIES), changes(2));
}

/** The same by the library alone. */
async function byTheLibrary(): Promise<Uint8Array> {
  const first = styledSheet("Først", [[["Først", title]]], [10]);
  // A line of one cell is a heading to `styledSheet`, which it is not here.
  const lines = LINES.map((line) => (line.length === 1 ? [...line, ["", text] as const] : line));
  const sheet = styledSheet("Rækker", lines, WIDTHS);
  for (const { row, column, author, text: words } of COMMENTS) {
    const key = `${row},${column}`;
    sheet.cells.set(key, { ...sheet.cells.get(key), comment: { author, text: words } });
  }
  return writeWorkbook([first, sheet], PROPERTIES);
}

async function readBack(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [, sheet] = sheets;
  const cellAt = (row: number, column: number) => {
    const cell = sheet?.cells?.get(`${row},${column}`);
    return { value: sheet?.rows[row]?.[column] || null, style: cell?.style, comment: cell?.comment };
  };
  return {
    name: sheet?.name,
    cells: LINES.map((line, row) => line.map((_, column) => cellAt(row, column))),
    heights: LINES.map((_, row) => sheet?.rowDefs?.get(row)?.height),
    widths: sheet?.columns?.map(({ width }) => width),
  };
}

describe("a long sheet", () => {
  it("has the values, styles, heights and comments that the library would write", async () => {
    const [own, other] = [
      await readBack(await written(LINES, COMMENTS)),
      await readBack(await byTheLibrary()),
    ];
    expect(own).toStrictEqual(other);
    expect(own.cells[1]?.[2]).toMatchObject({ value: LONG_TEXT, comment: { text: LONG_TEXT } });
    expect(own.cells[1]?.[2]?.style?.fill).toMatchObject({ fgColor: { rgb: "FBE5B0" } });
    expect(own.heights).toStrictEqual([undefined, 45, undefined, undefined, undefined, undefined]);
  });

  it("has comments and their boxes byte for byte as the library writes them", async () => {
    const [own, other] = [new Archive(await written(LINES, COMMENTS)), new Archive(await byTheLibrary())];
    expect(own.names).toStrictEqual(other.names);
    const kept = own.names.filter((name) => !/worksheets\/sheet2|sharedStrings|styles/.test(name));
    expect(kept).toContain("xl/drawings/vmlDrawing2.vml");
    expect(kept).toContain("xl/comments2.xml");
    const partsOf = (archive: Archive) => kept.map((name) => archive.read(name).toString());
    expect(partsOf(own)).toStrictEqual(partsOf(other));
  });

  it.each([
    "<&>\"'",
    "_x0041_",
    "a_x_b",
    "\u0001\u000b",
    " ude for ",
    "linje\nskift\tog tab",
    "vogn\rretur",
    "=1+1",
    "@sum",
    "007",
    "#N/A",
    "Þórunn Łukasz 李 🙂",
    "a b",
  ])("shows the text %j as it is", async (words) => {
    const { sheets } = await readXlsx(await written([[[words, text]]]));
    expect(sheets[1]?.rows[0]?.[0]).toBe(words);
    expect(sheets[1]?.cells?.get("0,0")?.formula).toBeUndefined();
  });

  it("is complete without comments", async () => {
    const archive = new Archive(await written(LINES));
    expect(archive.names.filter((name) => /comments|vml/.test(name))).toStrictEqual([]);
  });

  it("is not written over probes that are not there", async () => {
    const { changes } = longSheet("Rækker", LINES, WIDTHS, []);
    const other = await writeWorkbook([styledSheet("Andet", [[["x", plain]]], [10])], PROPERTIES);
    await expect(changeEntries(other, changes(1))).rejects.toThrow("lost its probes");
    await expect(changeEntries(other, changes(2))).rejects.toThrow("no entry xl/worksheets/sheet2.xml");
  });
});
