/** Files that a real LibreOffice wrote (`libreoffice/make.py`): the same sheet in each of its formats. */
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../scripts/io/table.ts";
import { roundOf } from "./extractRows.ts";
import { readWritten, roundFolder, runIngest, workbookText } from "./runIngest.ts";

const FILES = path.join(import.meta.dirname, "libreoffice");
const COLUMNS = ["cpr", "benefit", "weeks", "eligible", "row"] as const;

/** 1 August 2026 is 29 weeks and some days after each of 5 to 8 January. */
const PEOPLE = ["0106890149", "0207750148", "0308810147", "0409920146"].map((cpr, i) => ({
  cpr,
  benefit: "Kontanthjælp, jobparat",
  weeks: "29",
  eligible: "1",
  row: String(i + 4),
}));

async function ingested(name: string, passwords = "") {
  const folder = await roundFolder(roundOf("0825"), { [name]: await readFile(path.join(FILES, name)) });
  const passwordFile = path.join(tmpdir(), `libreoffice-${process.pid}.txt`);
  await writeFile(passwordFile, passwords);
  const result = await runIngest(folder, passwords === "" ? {} : { passwordFile });
  const text = await readWritten(folder, "frame/frame.csv");
  const quality = text === null ? "" : await workbookText(path.join(folder, "frame/quality-0825.xlsx"));
  return { result, quality, frame: text === null ? null : readTable(text, COLUMNS, "frame.csv") };
}

describe("a sheet with a merged title, a filter, a hidden column, formulas and a sum", () => {
  it.each(["0825.xlsx", "0825.ods"])("is read from %s, the row that the filter hides too", async (name) => {
    const { frame, quality } = await ingested(name);
    expect(frame).toStrictEqual(PEOPLE);
    expect(quality).toContain("Rækken er skjult i arket, f.eks. af et filter. Den er læst alligevel. | 1");
    expect(quality).toContain("Rækker uden en borger (noter, summer) er sprunget over. | 1");
  });

  it("is read from a workbook with a password in the form of Excel 2007", async () => {
    const closed = await ingested("0825 laast.xlsx");
    expect(closed.frame).toBeNull();
    expect(closed.result.data["problems"]).toMatchObject([{ code: "encrypted" }]);
    const { frame } = await ingested("0825 laast.xlsx", "forkert\nhemmelig æøå\n");
    expect(frame).toStrictEqual(PEOPLE);
  });

  it.each([
    ["0825 laast.ods", "encryption_unsupported"],
    ["0825.xls", "old_excel"],
  ])("is refused as %s, and says why", async (name, code) => {
    const { frame, result } = await ingested(name, "hemmelig æøå\n");
    expect(frame).toBeNull();
    expect(result.data["problems"]).toMatchObject([{ code }]);
  });
});
