import { readXlsx } from "hucre/xlsx";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimateRound } from "#survey/estimate/results.ts";
import { readRoundTables } from "../../scripts/estimate/inputs.ts";
import type { AnonymityReport } from "../../scripts/export/anonymityFile.ts";
import { exportCommand } from "../../scripts/export.ts";
import { element, xmlText } from "../../scripts/export/xml.ts";
import { defaultEffects } from "../../scripts/effects.ts";
import { readTable } from "../../scripts/io/table.ts";
import { Run } from "../../scripts/run.ts";
import { readSav } from "./export/savReader.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, SETTINGS, type TestRound } from "./statusRound.ts";

const TEXT_FILES = [
  "answers.csv",
  "codebook.csv",
  "design.R",
  "ddi-codebook.xml",
  "anonymity.json",
  "anonymity.html",
];
const FILES = [...TEXT_FILES, "answers.sav", "answers.xlsx"].map((name) => `export/${name}`);
const QUASI = ["target_group", "sex", "age_band", "duration_band", "interview_band", "finished"] as const;
const COLUMNS = [
  "case",
  "municipality",
  "stratum",
  "population",
  "weight",
  "answer",
  "submitted",
  "q1",
  "q13",
] as const;

/** Names of the elements that are open where a closing tag does not fit, or at the end; empty when the text is balanced. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", selfClosing] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (selfClosing === "/") continue;
    if (closing === "") open.push(name);
    else if (open.pop() !== name) return [...open, name];
  }
  return open;
}

describe("export", () => {
  let test: TestRound;
  let answered: string[];
  beforeAll(async () => {
    test = await makeRound(
      { ...SETTINGS, title: "Borgernes <oplevelse> & »svar«" },
      { "0751": 160, "0760": 80, "0492": 4 },
    );
    answered = await writeAnswers(test, 0.5);
    await test.run(exportCommand);
  });
  afterAll(() => test.remove());

  const data = async () => readTable(await test.read("export/answers.csv"), COLUMNS, "answers.csv");
  const codebook = async () =>
    readTable(
      await test.read("export/codebook.csv"),
      ["variable", "label", "kind", "value", "value_label", "missing", "spss_value"],
      "codebook.csv",
    );
  const bytes = async (name: string) => readFile(path.join(test.folder, name));
  const report = async (): Promise<AnonymityReport> => JSON.parse(await test.read("export/anonymity.json"));

  it("has a row for each person with something answered, but for strata that are too small", async () => {
    const rows = await data();
    expect(rows.map((row) => row.case)).toEqual(rows.map((_, i) => String(i + 1)));
    const leftOut = (await report()).leftOut;
    expect(leftOut.map(({ municipality }) => municipality)).toEqual(["0492"]);
    expect(rows).toHaveLength(answered.length - (leftOut[0]?.people ?? 0));
    expect(rows.map((row) => row.municipality)).not.toContain("0492");
  });

  it("leaves nobody in a class of fewer than k by what others may know", async () => {
    const classes = new Map<string, number>();
    const columns = ["municipality", "stratum", "inclusion_probability", ...QUASI] as const;
    for (const row of readTable(await test.read("export/answers.csv"), columns, "answers.csv")) {
      const name = columns.map((column) => row[column]).join("|");
      classes.set(name, (classes.get(name) ?? 0) + 1);
    }
    const smallest = Math.min(...classes.values());
    expect(smallest).toBeGreaterThanOrEqual(5);
    const { before, after, quasiIdentifiers, k } = await report();
    expect({ k, smallest: after.smallest, unique: after.unique }).toEqual({ k: 5, smallest, unique: 0 });
    expect(before.unique).toBeGreaterThan(0);
    expect(quasiIdentifiers.map(({ name }) => name)).toEqual(QUASI);
    expect(await test.read("export/anonymity.html")).toContain("Kan nogen genkendes i datasættet?");
  });

  it("weighs the answers of each stratum to its citizens, and nobody else", async () => {
    const rows = await data();
    const strata = new Map<string, { population: number; weight: number }>();
    for (const row of rows) {
      expect(row.weight === "").toBe(row.answer === "0");
      if (row.answer === "0") continue;
      const stratum = strata.get(row.stratum) ?? { population: Number(row.population), weight: 0 };
      strata.set(row.stratum, { ...stratum, weight: stratum.weight + Number(row.weight) });
    }
    const run = new Run(test.folder, "test", defaultEffects);
    const { national } = estimateRound(await readRoundTables(run, test.round));
    const { leftOut } = await report();
    const absent = leftOut.reduce((sum, { answers }) => sum + answers, 0);
    expect(rows.filter((row) => row.answer === "1")).toHaveLength(national.answers - absent);
    for (const { population, weight } of strata.values()) expect(weight).toBeCloseTo(population, 8);
    const citizens = [...strata.values()].reduce((sum, stratum) => sum + stratum.population, 0);
    // The eight citizens of 0492 are left out.
    expect(citizens).toBe(national.population - 8);
  });

  it("names every column in the codebook, in their order, with Danish labels and the missing values", async () => {
    const [header = ""] = (await test.read("export/answers.csv")).split("\n");
    const rows = await codebook();
    expect([...new Set(rows.map((row) => row.variable))]).toEqual(header.split(","));
    const q7 = rows.filter((row) => row.variable === "q7");
    expect(q7.map((row) => [row.value, row.value_label, row.missing])).toEqual([
      ["1", "Meget enig", "0"],
      ["2", "Enig", "0"],
      ["3", "Hverken enig eller uenig", "0"],
      ["4", "Uenig", "0"],
      ["5", "Meget uenig", "0"],
      ["8", "Ved ikke", "1"],
      ["9", "Jeg har ikke haft en samtale", "1"],
      ["", "Ikke besvaret", "1"],
    ]);
    expect(rows.find((row) => row.variable === "q1" && row.value === "9")).toBeUndefined();
  });

  it("holds no value that the codebook does not have", async () => {
    const rows = await codebook();
    const values = new Map<string, Set<string>>();
    for (const { variable, kind, value } of rows)
      if (kind === "category") values.set(variable, (values.get(variable) ?? new Set()).add(value));
    const names = [...values.keys()];
    for (const row of readTable(await test.read("export/answers.csv"), names, "answers.csv"))
      for (const name of names) expect(values.get(name)).toContain(row[name]);
  });

  it("holds no CPR number, phone or name", async () => {
    const identities = readTable(
      await test.read("sample/identities.csv"),
      ["cpr", "phone", "name"],
      "identities.csv",
    );
    const respondent = /\d{4}-\d{5}/;
    for (const file of FILES) {
      const text = (await bytes(file)).toString("latin1");
      expect(text).not.toMatch(respondent);
      for (const { cpr, phone, name } of identities) {
        const secrets = [cpr, phone.replace("+45", ""), name].filter((secret) => secret !== "");
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }
    }
  });

  it("writes an SPSS file with the same values, labels and missing values as the codebook says", async () => {
    const { variables, rows, encoding, title } = readSav(await bytes("export/answers.sav"));
    const names = variables.map(({ name }) => name);
    const table = readTable(await test.read("export/answers.csv"), names, "answers.csv");
    expect({ encoding, title, rows: rows.length }).toEqual({
      encoding: "UTF-8",
      title: "Borgernes <oplevelse> & »svar«",
      rows: table.length,
    });
    const lines = await codebook();
    variables.forEach(({ name, labels, missing, label }, column) => {
      const own = lines.filter((line) => line.variable === name);
      const coded = own.filter((line) => line.spss_value !== "");
      expect(label).toBe(own[0]?.label);
      expect([...labels]).toEqual(coded.map((line) => [Number(line.spss_value), line.value_label]));
      expect(missing).toEqual(
        coded.filter((line) => line.missing === "1").map((line) => Number(line.spss_value)),
      );
      const codes = new Map(coded.map((line) => [line.value, Number(line.spss_value)]));
      table.forEach((row, r) => {
        const cell = row[name] ?? "";
        const plain = cell === "" ? null : Number(cell);
        const value = own[0]?.kind === "text" ? cell : (codes.get(cell) ?? plain);
        expect(rows[r]?.[column]).toBe(value);
      });
    });
  });

  it("writes a workbook for people: words, numbers that are numbers, notes in front", async () => {
    const { sheets } = await readXlsx(await bytes("export/answers.xlsx"));
    expect(sheets.map(({ name }) => name)).toEqual(["Læs mig", "Svar", "Kodebog"]);
    const [header = [], ...rows] = sheets[1]?.rows ?? [];
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(rows).toHaveLength((await data()).length);
    expect(column("municipality")).toContain("Aarhus");
    expect(new Set(column("q7"))).toContain("Meget enig");
    expect(column("population").every((value) => typeof value === "number")).toBe(true);
    expect(sheets[0]?.rows.flat().join(" ")).toContain("fortrolige, ikke anonyme");
  });

  it("gives the R script three published numbers to reproduce once there are results", async () => {
    const results = estimateRound(
      await readRoundTables(new Run(test.folder, "test", defaultEffects), test.round),
    );
    await test.write("results/results.json", JSON.stringify(results));
    const { data: counts } = await test.run(exportCommand);
    expect(counts["published"]).toBe(3);
    const script = await test.read("export/design.R");
    const cell = results.domains.find(({ id }) => id === "0751")?.items.q13;
    if (cell?.status !== "published") throw new Error("0751 has no published result");
    expect(script).toContain(`mean = c(${cell.weighted.mean.estimate}, `);
    expect(script).toContain('item = c("q13", ');
    expect(script).toContain('answers$municipality %in% "0751"');
  });

  it("describes each variable once in DDI, as balanced and escaped XML", async () => {
    const xml = await test.read("export/ddi-codebook.xml");
    expect(unbalanced(xml)).toEqual([]);
    expect(xml).toContain("<titl>Borgernes &lt;oplevelse&gt; &amp; »svar«</titl>");
    const [header = ""] = (await test.read("export/answers.csv")).split("\n");
    expect([...xml.matchAll(/<var ID="V\d+" name="(\w+)"/g)].map((match) => match[1])).toEqual(
      header.split(","),
    );
    expect(xml).toContain('name="weight" files="F1" intrvl="contin" wgt="wgt"');
  });

  it("writes an R script that uses only columns that are there", async () => {
    const script = await test.read("export/design.R");
    const [header = ""] = (await test.read("export/answers.csv")).split("\n");
    const columns = header.split(",");
    const formulas = [...script.matchAll(/= ~(\w+)/g)]
      .map((match) => match[1])
      .filter((name) => name !== "1");
    expect(formulas).toEqual(["stratum", "weight", "population"]);
    expect(columns).toEqual(expect.arrayContaining(formulas));
    expect(script).toContain('municipality = "character"');
    expect(script).toContain('items <- c("q1", "q2"');
  });

  it("gives the same bytes again, and leaves them when an input is broken", async () => {
    const before = await Promise.all(FILES.map(bytes));
    await test.run(exportCommand);
    expect(await Promise.all(FILES.map(bytes))).toEqual(before);
    const good = await test.read("answers/answers.csv");
    await test.write("answers/answers.csv", good.replace("respondent", "x"));
    expect((await test.refusal(exportCommand)).where).toMatch(/answers\.csv, row 1$/);
    expect(await Promise.all(FILES.map(bytes))).toEqual(before);
    await test.write("answers/answers.csv", good);
  });
});

describe("xmlText", () => {
  it("escapes text and attributes", () => {
    expect(xmlText(element("a", { b: '"<' }, element("c", {}, "x & y"), element("d", {})))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;">\n  <c>x &amp; y</c>\n  <d/>\n</a>\n',
    );
  });
});
