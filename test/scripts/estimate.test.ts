import { readFile } from "node:fs/promises";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema, type Results } from "#survey/results.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { readTable } from "../../scripts/io/table.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

const OUTPUTS = ["results/results.json", "results/tables.csv", "results/tables.xlsx"];
const bytesOf = async (test: TestRound): Promise<string[]> =>
  Promise.all(OUTPUTS.map(async (name) => (await readFile(path.join(test.folder, name))).toString("base64")));

/** Suppression and its attack on themselves may take longer than a test usually may on a busy machine. */
const SLOW = 240_000;
/** One municipality with enough answers, one with far too few: something is withheld for each reason, and some are missing. */
const SIZES = { "0751": 160, "0492": 8 };

describe("estimate", () => {
  let test: TestRound;
  let results: Results;
  beforeAll(async () => {
    test = await makeRound(undefined, SIZES);
    await writeAnswers(test, 0.5);
    await test.run(estimateCommand);
    results = resultsSchema.parse(JSON.parse(await test.read("results/results.json")));
  }, SLOW);
  afterAll(() => test.remove());

  it("writes results that fit their schema, one line a cell", async () => {
    const text = await test.read("results/results.json");
    expect(text).toMatch(/^ {8}"q1": \{"status":"published",.*\},?$/m);
    expect(text.endsWith("}\n")).toBe(true);
    expect(results.municipalities.map((m) => m.code)).toEqual(Object.keys(SIZES));
  });

  const csv = async () =>
    readTable(
      await test.read("results/tables.csv"),
      ["domain", "item", "status", "n", "weighted_mean", "unweighted_code_5"],
      "tables.csv",
    );

  it("writes the same figures to the CSV, and nothing where something is withheld", async () => {
    const rows = await csv();
    const cells = new Map(
      results.domains.flatMap((d) =>
        [...Object.entries(d.items), ...Object.entries(d.indexes)].map(([item, cell]) => [
          `${d.id} ${item}`,
          cell,
        ]),
      ),
    );
    expect(rows).toHaveLength(cells.size);
    for (const row of rows) {
      const cell = cells.get(`${row.domain} ${row.item}`);
      expect(row.status).toBe(cell?.status);
      const published = cell?.status === "published" ? cell : null;
      expect(row.n).toBe(published ? String(published.n) : "");
      expect(row.weighted_mean).toBe(published ? String(published.weighted.mean.estimate) : "");
      expect(row.unweighted_code_5).toBe(String(published?.unweighted?.distribution[4] ?? ""));
    }
    const statuses = new Set(rows.map(({ status }) => status));
    expect(statuses).toEqual(new Set(["published", "withheld", "missing"]));
  });

  it("writes a workbook with typed numbers, Danish headings and a sheet that says how to read it", async () => {
    const book = await readXlsx(await readFile(path.join(test.folder, "results/tables.xlsx")));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual([
      "Læs mig",
      "Kommuner",
      "Resultater",
      "Forskelle",
      "Ændringer",
      "Svar dag for dag",
      "Datakatalog",
    ]);
    const [header = [], ...rows] = book.sheets[2]?.rows ?? [];
    const column = (name: string): number => header.indexOf(name);
    const all = rows.find(
      (row) => row[column("Område")] === "all" && row[column("Spørgsmål, kode")] === "q13",
    );
    const cell = results.domains[0]?.items.q13;
    expect(cell?.status).toBe("published");
    if (cell?.status !== "published") return;
    expect(all?.[column("Antal svar")]).toBe(cell.n);
    expect(all?.[column("Vægtet: gennemsnit")]).toBe(cell.weighted.mean.estimate);
    expect(all?.[column("Uvægtet: positive")]).toBe(
      cell.unweighted ? cell.unweighted.positive.estimate / 100 : null,
    );
    const withheld = rows.filter((row) => row[column("Status")] === "Skjult");
    expect(withheld.length).toBeGreaterThan(0);
    for (const row of withheld) {
      expect(row[column("Status, kode")]).toBe("withheld");
      expect(row.slice(column("Antal svar")).every((value) => value === null)).toBe(true);
    }
  });

  it(
    "gives the same bytes again",
    async () => {
      const before = await bytesOf(test);
      await test.run(estimateCommand);
      expect(await bytesOf(test)).toEqual(before);
    },
    SLOW,
  );

  it.each<[string, (text: string) => string, RegExp]>([
    ["round.json", () => "{}", /round\.json/],
    ["sample/sample.csv", (t) => t.replace("dagpenge", "pension"), /sample\.csv, row 2$/],
    ["sample/allocation.csv", (t) => t.replace(",40,0.5", ",39,0.5"), /allocation\.csv/],
    ["sample/allocation.csv", (t) => t.replace("census", "senses"), /allocation\.csv, row 1$/],
    ["answers/answers.csv", (t) => t.replace(/,[1-5],/, ",7,"), /answers\.csv, row \d+$/],
    ["answers/answers.csv", (t) => `${t}0999-00001${",1".repeat(14)}\n`, /answers\.csv, row \d+$/],
    ["answers/answers.csv", (t) => t.split("\n").slice(0, 1).join("\n"), /answers\.csv$/],
    ["answers/answers.csv", (t) => t.slice(0, -5), /answers\.csv, row \d+$/],
  ])("refuses a broken %s and leaves the results as they were", async (name, broken, where) => {
    const [good, before] = [await test.read(name), await bytesOf(test)];
    await test.write(name, broken(good));
    const error = await test.refusal(estimateCommand);
    expect(error.where).toMatch(where);
    expect(await bytesOf(test)).toEqual(before);
    await test.write(name, good);
  });

  it("refuses a round that nobody has pulled", async () => {
    const empty = await makeRound();
    try {
      const error = await empty.refusal(estimateCommand);
      expect(error.how).toContain("pull");
    } finally {
      await empty.remove();
    }
  });
});
