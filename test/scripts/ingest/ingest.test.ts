import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { EXCLUSIONS } from "#survey/files.ts";
import { readTable } from "../../../scripts/io/table.ts";
import { cprSource, csv, eligibleRow, HEADINGS, roundOf, workbook } from "./extractRows.ts";
import { readWritten, roundFolder, runIngest, workbookText } from "./runIngest.ts";

const newCpr = cprSource("ingest");

async function frameOf(folder: string) {
  const text = (await readWritten(folder, "frame/frame.csv")) ?? "";
  return readTable(
    text,
    ["municipality", "cpr", "eligible", "exclusion", "phone", "name", "row"],
    "frame.csv",
  );
}

/** Who is kept where. */
const decisionsOf = async (folder: string): Promise<string[]> =>
  (await frameOf(folder)).map(({ municipality, cpr, exclusion }) => [municipality, cpr, exclusion].join());

describe("encodings and delimiters of CSV", () => {
  const rows = [eligibleRow(newCpr())];
  const text = csv(rows);
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with BOM", Buffer.from(`\ufeff${text}`)],
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["commas", Buffer.from(csv(rows, ","))],
    ["tabs", Buffer.from(csv(rows, "\t"))],
    ["CRLF", Buffer.from(text.replaceAll("\n", "\r\n"))],
  ])("%s", async (_, bytes) => {
    const folder = await roundFolder(roundOf("0825"), { "Læsø.csv": bytes });
    expect((await runIngest(folder)).exitCode).toBe(0);
    expect(await frameOf(folder)).toMatchObject([{ eligible: "1", phone: "+4567123456", row: "2" }]);
  });
});

describe("what is written", () => {
  it("is private, the same for the same input, and in the journal", async () => {
    const extracts = { "Læsø.xlsx": await workbook([eligibleRow(newCpr())]) };
    const folders = await Promise.all([1, 2].map(() => roundFolder(roundOf("0825", "0482"), extracts)));
    for (const folder of folders) await runIngest(folder);
    for (const name of ["frame/frame.csv", "frame/flow.csv", "frame/quality-0825.xlsx"]) {
      const [a, b] = await Promise.all(folders.map((folder) => readFile(path.join(folder, name))));
      expect(b?.equals(a ?? Buffer.alloc(0))).toBe(true);
      expect((await stat(path.join(folders[0] ?? "", name))).mode & 0o777).toBe(0o600);
    }
    const journal: unknown = JSON.parse((await readWritten(folders[0] ?? "", "journal.jsonl")) ?? "");
    expect(journal).toMatchObject({
      command: "ingest",
      municipalities: [{ code: "0825", received: 1, eligible: 1 }],
      missing: ["0482"],
      blocked: [],
    });
  });

  it("does not depend on the order of the files", async () => {
    const [a, b] = [newCpr(), newCpr()];
    const rows = [eligibleRow(a), eligibleRow(b)];
    const one = await roundFolder(roundOf("0482", "0825"), {
      "Langeland.csv": csv(rows),
      "Læsø.csv": csv(rows),
    });
    const other = await roundFolder(roundOf("0482", "0825"), {
      "a Læsø.csv": csv(rows),
      "z Langeland.csv": csv(rows),
    });
    await Promise.all([runIngest(one), runIngest(other)]);
    expect(await decisionsOf(other)).toStrictEqual(await decisionsOf(one));
  });

  it("says that a municipality has sent several files and counts them together", async () => {
    const folder = await roundFolder(roundOf("0825"), {
      "Læsø dagpenge.csv": csv([eligibleRow(newCpr())]),
      "Læsø resten.csv": csv([eligibleRow(newCpr())]),
    });
    const result = await runIngest(folder);
    expect(result.lines.join("\n")).toContain("from 2 files: Læsø dagpenge.csv, Læsø resten.csv");
    expect(await frameOf(folder)).toHaveLength(2);
  });
});

describe("the quality workbook", () => {
  const twin = newCpr();
  const rows = [eligibleRow(newCpr()), eligibleRow(twin), eligibleRow(newCpr())];

  it("marks and comments the cell in question", async () => {
    const bad = eligibleRow(newCpr());
    bad[1] = "Borgerløn";
    const folder = await roundFolder(roundOf("0825"), { "Læsø.xlsx": await workbook([bad]) });
    await runIngest(folder);
    const bytes = await readFile(path.join(folder, "frame/quality-0825.xlsx"));
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const sheet = sheets.find(({ name }) => name === "Rækker");
    const column = sheet?.rows[0]?.indexOf("Ydelse") ?? -1;
    const cell = sheet?.cells?.get(`1,${column}`);
    expect(cell?.value).toBe("Borgerløn");
    expect(cell?.comment?.text).toContain("Ydelsen »Borgerløn« kendes ikke. Skriv ydelsens navn");
    expect(cell?.style?.fill).toMatchObject({ type: "pattern", pattern: "solid" });
  });

  it("holds nothing of another municipality, not even that it has the same person", async () => {
    const mine = [...rows, eligibleRow(twin)];
    const folder = await roundFolder(roundOf("0482", "0825"), {
      "Langeland.csv": csv([eligibleRow(twin), eligibleRow(newCpr())]),
      "Læsø.csv": csv(mine),
    });
    await runIngest(folder);
    const [langeland, laesoe] = await Promise.all(
      ["0482", "0825"].map((code) => workbookText(path.join(folder, `frame/quality-${code}.xlsx`))),
    );
    expect(langeland).not.toContain("# Rækker");
    expect(laesoe).not.toContain("Langeland");
    // Kept in Langeland: both of Læsø's rows are duplicates, and neither says where the person is counted.
    expect(laesoe).not.toContain(twin);
  });
});

describe("no row is lost in silence", () => {
  const benefits = ["A-dagpenge", "Sygedagpenge", "Kontanthjælp, jobparat", "Fleksjob", "Ressourceforløb"];
  const date = fc.date({ min: new Date("2019-01-01"), max: new Date("2026-08-05"), noInvalidDate: true });
  const row = fc.tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom(...benefits),
    date,
    fc.constantFrom("ja", "nej", "", "J", "0"),
    fc.constantFrom("ja", "nej", "n"),
  );
  const pool = Array.from({ length: 41 }, newCpr).map((cpr, i) =>
    i % 9 === 0 ? `${Number(cpr.slice(0, 2)) + 60}${cpr.slice(2)}` : cpr,
  );
  const cells = (people: [number, string, Date, string, string][]) =>
    people.map(([who, benefit, day, finished, passive]) => [
      pool[who] ?? "",
      benefit,
      day,
      null,
      finished,
      "",
      passive,
    ]);

  it("received = Σ excluded + Σ eligible, and the frame has every row once", async () => {
    const many = fc.array(row, { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(many, many, async (here, there) => {
        const folder = await roundFolder(roundOf("0482", "0825"), {
          "Langeland.xlsx": await workbook(cells(here)),
          "Læsø.xlsx": await workbook(cells(there)),
        });
        expect((await runIngest(folder)).exitCode).toBe(0);
        const flow = readTable(
          (await readWritten(folder, "frame/flow.csv")) ?? "",
          ["municipality", "stage", "n"],
          "flow.csv",
        );
        const n = (code: string, ...stages: string[]) =>
          flow
            .filter((r) => r.municipality === code && stages.includes(r.stage))
            .reduce((sum, r) => sum + Number(r.n), 0);
        for (const [code, sent] of [
          ["0482", here.length],
          ["0825", there.length],
        ] as const) {
          expect(n(code, "received")).toBe(sent);
          expect(n(code, "excluded", "eligible")).toBe(sent);
        }
        const frame = await frameOf(folder);
        expect(new Set(frame.map((r) => `${r.municipality}/${r.row}`)).size).toBe(here.length + there.length);
        const kept = frame.filter((r) => r.exclusion !== "duplicate").map((r) => r.cpr);
        expect(new Set(kept).size).toBe(kept.length);
        expect(new Set(frame.map((r) => r.cpr)).size).toBe(kept.length);
        for (const r of frame) expect(r.eligible === "1" ? [""] : [...EXCLUSIONS]).toContain(r.exclusion);
      }),
      { numRuns: 25 },
    );
  });
});

it("reads headings that the template does not have in any order", async () => {
  const cpr = newCpr();
  const [, , , , , , passive] = HEADINGS;
  const rows = [
    ["Navn", passive, "Team", "Overgangsdato", "Ydelse", "Afsluttet", "Personnr."],
    ["Søs Prøvegaard", "nej", "Nord", "01-01-2026", "Ledighedsydelse", "nej", cpr],
  ];
  const folder = await roundFolder(roundOf("0825"), { "Læsø.csv": rows.map((r) => r.join(";")).join("\n") });
  await runIngest(folder);
  expect(await frameOf(folder)).toMatchObject([{ cpr, name: "Søs Prøvegaard", eligible: "1" }]);
});
