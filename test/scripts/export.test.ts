import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimateRound } from "#survey/estimate/results.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { readRoundTables } from "../../scripts/estimate/inputs.ts";
import { exportCommand } from "../../scripts/export.ts";
import { element, xmlText } from "../../scripts/export/xml.ts";
import { defaultEffects } from "../../scripts/effects.ts";
import { readTable } from "../../scripts/io/table.ts";
import { Run } from "../../scripts/run.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, SETTINGS, type TestRound } from "./statusRound.ts";

const FILES = ["answers.csv", "codebook.csv", "design.R", "ddi-codebook.xml"].map((name) => `export/${name}`);
const COLUMNS = [
  "respondent",
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
      { "0751": 160, "0760": 80, "0492": 8 },
    );
    answered = await writeAnswers(test, 0.5);
    await test.run(exportCommand);
  });
  afterAll(() => test.remove());

  const data = async () => readTable(await test.read("export/answers.csv"), COLUMNS, "answers.csv");
  const codebook = async () =>
    readTable(
      await test.read("export/codebook.csv"),
      ["variable", "label", "kind", "value", "value_label", "missing"],
      "codebook.csv",
    );

  it("has a row for each person with something answered", async () => {
    expect((await data()).map((row) => row.respondent)).toEqual(answered);
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
    expect(rows.filter((row) => row.answer === "1")).toHaveLength(national.answers);
    for (const { population, weight } of strata.values()) expect(weight).toBeCloseTo(population, 8);
    const citizens = [...strata.values()].reduce((sum, stratum) => sum + stratum.population, 0);
    expect(citizens).toBe(national.population);
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
    for (const file of FILES) {
      const text = await test.read(file);
      for (const { cpr, phone, name } of identities) {
        const secrets = [cpr, phone.replace("+45", ""), name].filter((secret) => secret !== "");
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }
    }
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
    const before = await Promise.all(FILES.map(test.read));
    await test.run(exportCommand);
    expect(await Promise.all(FILES.map(test.read))).toEqual(before);
    const good = await test.read("answers/answers.csv");
    await test.write("answers/answers.csv", good.replace("respondent", "x"));
    expect((await test.refusal(exportCommand)).where).toMatch(/answers\.csv, row 1$/);
    expect(await Promise.all(FILES.map(test.read))).toEqual(before);
    await test.write("answers/answers.csv", good);
  });

  it("can be made beside the estimates", async () => {
    await expect(test.run(estimateCommand)).resolves.toBeDefined();
  });
});

describe("xmlText", () => {
  it("escapes text and attributes", () => {
    expect(xmlText(element("a", { b: '"<' }, element("c", {}, "x & y"), element("d", {})))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;">\n  <c>x &amp; y</c>\n  <d/>\n</a>\n',
    );
  });
});
