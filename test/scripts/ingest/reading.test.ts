/** What municipalities' workbooks do that a table does not: each as a file of its own, read to the rows that were meant. */
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeOds } from "hucre/ods";
import { writeXlsx, type CellValue, type WriteSheet } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../scripts/io/table.ts";
import { cprSource, eligibleRow, HEADINGS, roundOf } from "./extractRows.ts";
import { readWritten, roundFolder, runIngest, workbookText } from "./runIngest.ts";

const newCpr = cprSource("reading");
const COLUMNS = ["cpr", "weeks", "latest_interview", "phone", "eligible", "row"] as const;

const book = (...sheets: WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets });
const table = (rows: CellValue[][], sheet: Partial<WriteSheet> = {}): WriteSheet => ({
  name: "Ark1",
  rows: [HEADINGS, ...rows],
  ...sheet,
});

async function ingested(bytes: Uint8Array, name = "Læsø.xlsx") {
  const folder = await roundFolder(roundOf("0825"), { [name]: bytes });
  const result = await runIngest(folder);
  const text = await readWritten(folder, "frame/frame.csv");
  return { folder, result, frame: text === null ? [] : readTable(text, COLUMNS, "frame.csv") };
}

/** The heading of that column, merged over the third and fourth row. */
const over = (column: number) => ({ startRow: 2, startCol: column, endRow: 3, endCol: column });

/** A formula in B2, with what it was calculated to. */
const value = (formula: string, formulaResult?: CellValue) => ({
  cells: new Map([["1,1", { formula, ...(formulaResult === undefined ? {} : { formulaResult }) }]]),
});

/** With the transition date in another form. */
const dated = (date: CellValue, interview: CellValue = null): CellValue[] => {
  const row = eligibleRow(newCpr());
  row[2] = date;
  row[3] = interview;
  return row;
};

describe("an .ods file", () => {
  const rows = [eligibleRow(newCpr()), dated(new Date("2026-01-05T00:00:00Z"))];

  it("is read like a workbook", async () => {
    const { frame } = await ingested(await writeOds({ sheets: [table(rows)] }), "Læsø.ods");
    expect(frame).toMatchObject([{ cpr: rows[0]?.[0], eligible: "1" }, { weeks: "29" }]);
  });

  it("that is no spreadsheet is refused", async () => {
    const { result } = await ingested(Buffer.from("PK\u0003\u0004 not really"), "Læsø.ods");
    expect(result.data["problems"]).toMatchObject([{ code: "damaged" }]);
  });
});

describe("a workbook with a password", () => {
  const row = eligibleRow(newCpr());
  const locked = (spinCount?: number): Promise<Uint8Array> =>
    writeXlsx({
      sheets: [table([row])],
      encryption: { password: "hemmelig æøå", ...(spinCount === undefined ? {} : { spinCount }) },
    });

  it("is opened with a password of the file, which is not remembered", async () => {
    const folder = await roundFolder(roundOf("0825"), { "Læsø.xlsx": await locked() });
    const passwords = path.join(tmpdir(), `passwords-${process.pid}.txt`);
    await writeFile(passwords, "en anden\nLæsø.xlsx\themmelig æøå\n");
    const result = await runIngest(folder, { passwordFile: passwords });
    expect(result.exitCode).toBe(0);
    const journal = await readWritten(folder, "journal.jsonl");
    for (const text of [JSON.stringify(result), journal]) {
      expect(text).not.toContain("hemmelig");
      expect(text).not.toContain("passwords-");
    }
  });

  it("is asked for, hidden, and again when it does not fit", async () => {
    const folder = await roundFolder(roundOf("0825"), { "Læsø.xlsx": await locked(1000) });
    const asked: [string, unknown][] = [];
    const answers = ["forkert", "hemmelig æøå"];
    const result = await runIngest(folder, {}, (question, options) => {
      asked.push([question, options]);
      return Promise.resolve(answers.shift() ?? null);
    });
    expect(result.exitCode).toBe(0);
    expect(asked).toStrictEqual([
      ["Password of Læsø.xlsx (empty: leave the file out):", { hidden: true }],
      ["That did not open it. Password of Læsø.xlsx (empty: leave the file out):", { hidden: true }],
    ]);
    expect(await readWritten(folder, "journal.jsonl")).not.toContain("hemmelig");
  });

  it("stays closed without one, and with a wrong one", async () => {
    const folder = await roundFolder(roundOf("0825"), { "Læsø.xlsx": await locked(1000) });
    const closed = await runIngest(folder);
    expect(closed.data["problems"]).toMatchObject([{ code: "encrypted" }]);
    const passwords = path.join(tmpdir(), `wrong-${process.pid}.txt`);
    await writeFile(passwords, "forkert\n");
    const wrong = await runIngest(folder, { passwordFile: passwords });
    expect(wrong.data["problems"]).toMatchObject([{ code: "password_wrong" }]);
  });
});

describe("sheets, rows and columns", () => {
  it("reads every visible sheet that holds a table, and says which hidden one does", async () => {
    const { frame, result } = await ingested(
      await book(
        { name: "Vejledning", rows: [["Udtræk fra fagsystemet"]] },
        table([eligibleRow(newCpr())], { name: "Dagpenge" }),
        table([eligibleRow(newCpr())], { name: "Øvrige" }),
        table([eligibleRow(newCpr())], { name: "Gammel", hidden: true }),
      ),
    );
    expect(frame).toHaveLength(2);
    expect(result.data["hiddenSheets"]).toStrictEqual(["Læsø.xlsx/Gammel"]);
  });

  it("reads rows that a filter hides, and tells both sides", async () => {
    const rows = [eligibleRow(newCpr()), eligibleRow(newCpr()), eligibleRow(newCpr())];
    const { folder, frame } = await ingested(
      await book(table(rows, { rowDefs: new Map([[2, { hidden: true }]]) })),
    );
    expect(frame).toHaveLength(3);
    const quality = await workbookText(path.join(folder, "frame/quality-0825.xlsx"));
    expect(quality).toContain("Rækken er skjult i arket, f.eks. af et filter. Den er læst alligevel. | 1");
  });

  it("reads a hidden column, but takes the visible one of two", async () => {
    const columns = [...HEADINGS.map(() => ({})), { hidden: true }];
    const rows = [
      [...HEADINGS, "Ydelse"],
      [...eligibleRow(newCpr()), "Fleksjob"],
    ];
    const two = await ingested(await book({ name: "Ark1", rows, columns }));
    expect(two.frame).toMatchObject([{ eligible: "1" }]);
    const hidden = HEADINGS.map((heading) => (heading === "Ydelse" ? { hidden: true } : {}));
    const one = await ingested(await book(table([eligibleRow(newCpr())], { columns: hidden })));
    expect(one.frame).toMatchObject([{ eligible: "1" }]);
    expect(one.result.lines.join("\n")).toContain("read from hidden columns: Ydelse");
  });

  it("finds a header whose cells are merged over two rows, under merged titles, and passes over notes", async () => {
    const top = ["CPR-nr.", "Ydelse", "Datoer", null, "Afsluttet forløb", "Telefonnr.", "Passiv"];
    const below = [null, null, "Dato for overgang", "Seneste samtale", null, null, null];
    const sheet: WriteSheet = {
      name: "Ark1",
      rows: [
        ["Læsø Kommune"],
        ["2. kvartal 2026"],
        top,
        below,
        eligibleRow(newCpr()),
        ["Kilde: fagsystemet, trukket 06-08-2026"],
        ["I alt", 1],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
        { startRow: 2, startCol: 2, endRow: 2, endCol: 3 },
        ...[0, 1, 4, 5, 6].map(over),
      ],
    };
    const { frame, result } = await ingested(await book(sheet));
    expect(result.exitCode).toBe(0);
    expect(frame).toMatchObject([{ row: "5", latest_interview: "2026-06-01", eligible: "1" }]);
  });
});

describe("cells", () => {
  it("takes no-break blanks for blanks, and numbers for texts", async () => {
    const cpr = newCpr();
    const row = eligibleRow(cpr);
    row[0] = `\u00a0${cpr.slice(0, 6)}-${cpr.slice(6)}\u00a0`;
    row[1] = "Kontanthjælp,\u00a0jobparat";
    row[5] = 67_123_456;
    const number = eligibleRow(newCpr());
    number[0] = Number(number[0]);
    const { frame } = await ingested(await book(table([row, number])));
    expect(frame).toMatchObject([{ cpr, phone: "+4567123456" }, { eligible: "1" }]);
  });

  it("reads the dates of a workbook that counts from 1904", async () => {
    const rows = [dated(new Date("2026-01-05T00:00:00Z")), dated(46_027 - 1462)];
    const { frame } = await ingested(await writeXlsx({ sheets: [table(rows)], dateSystem: "1904" }));
    expect(frame).toMatchObject([{ weeks: "29" }, { weeks: "29" }]);
  });

  it("takes what a formula was calculated to, and refuses what never was", async () => {
    const rows = [eligibleRow(newCpr())];
    const good = await ingested(await book(table(rows, value("UPPER(X1)", "Ledighedsydelse"))));
    expect(good.frame).toMatchObject([{ eligible: "1" }]);
    const bad = await ingested(await book(table([dated("01-01-2026")], value("UPPER(X1)"))));
    expect(bad.result.data["problems"]).toMatchObject([{ code: "formula_uncalculated" }]);
  });
});

describe("two digits for the year", () => {
  it("are read in the only order that the column can be in", async () => {
    const rows = ["31-12-25", "01-02-26", "10.11.25"].map((date) => dated(date));
    const { frame } = await ingested(await book(table(rows)));
    expect(frame.map(({ weeks }) => weeks)).toStrictEqual(["30", "25", "37"]);
  });

  it("are refused when the column does not say, or says both", async () => {
    for (const dates of [
      ["01-02-26", "03-04-25"],
      ["31-12-25", "99-12-31", "01-02-26"],
    ]) {
      const { result } = await ingested(await book(table(dates.map((date) => dated(date)))));
      expect(result.data["problems"]).toMatchObject([{ code: "transition_ambiguous" }]);
    }
  });
});

it("keeps the quality workbook free of the file's own formulas", async () => {
  const row = eligibleRow(newCpr());
  row[1] = "=1+1";
  const { folder } = await ingested(await book(table([row])));
  const bytes = await readFile(path.join(folder, "frame/quality-0825.xlsx"));
  expect(bytes.length).toBeGreaterThan(0);
  expect(await workbookText(path.join(folder, "frame/quality-0825.xlsx"))).toContain("=1+1");
});
