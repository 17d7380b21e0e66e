import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { openXlsx, readXlsx, saveXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { benefitsBetween } from "#survey/benefits.ts";
import { roundSchema } from "#survey/round.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { Run } from "../../scripts/run.ts";
import { templateCommand } from "../../scripts/template.ts";
import { offeredBenefits, templateWorkbook } from "../../scripts/template/workbook.ts";
import { cprSource, roundOf } from "./ingest/extractRows.ts";
import { readWritten, roundFolder, runIngest, workbookText } from "./ingest/runIngest.ts";

const round = roundSchema.parse(roundOf("0665"));
const bytes = await templateWorkbook(round);
const { sheets } = await readXlsx(bytes, { readStyles: true });
const extract = sheets.find(({ name }) => name === "Udtræk");

/** The second sheet's XML, found by its name in the archive's local headers. */
function extractXml(): string {
  const zip = Buffer.from(bytes);
  const at = zip.indexOf("xl/worksheets/sheet2.xml");
  const start = at + "xl/worksheets/sheet2.xml".length;
  return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at - 12))).toString("utf8");
}

describe("the template", () => {
  it("has a guide, the sheet to fill in, and a hidden list", () => {
    expect(sheets.map(({ name, hidden }) => [name, hidden === true])).toStrictEqual([
      ["Vejledning", false],
      ["Udtræk", false],
      ["Lister", true],
    ]);
  });

  it("gives whole columns their format: CPR and phone text, dates a date", () => {
    const columns = [...extractXml().matchAll(/<col [^>]*style="(\d+)"[^>]*\/>/g)];
    expect(columns).toHaveLength(7);
    const formats = [0, 1, 2, 3, 4, 5, 6].map((i) => extract?.cells?.get(`2,${i}`)?.style?.numFmt);
    expect(formats).toStrictEqual(["@", "@", "dd\\-mm\\-yyyy", "dd\\-mm\\-yyyy", "@", "@", "@"]);
  });

  it("offers in a drop-down the benefits that exist on the reference date, no others", () => {
    const offered = offeredBenefits(round.referenceDate);
    expect(offered).toStrictEqual(benefitsBetween("2026-08-01", "2026-08-01").map(({ name }) => name));
    expect(offered).not.toContain("Uddannelseshjælp, uddannelsesparat");
    const list = sheets
      .find(({ name }) => name === "Lister")
      ?.rows.slice(1)
      .flat();
    expect(list).toStrictEqual(offered);
    const rule = extract?.dataValidations?.find(({ range }) => range.startsWith("B2:"));
    expect(rule).toMatchObject({ type: "list", formula1: `Lister!$A$2:$A$${offered.length + 1}` });
  });

  it("offered other benefits in 2023", () => {
    expect(offeredBenefits("2023-08-01")).toContain("Uddannelseshjælp, uddannelsesparat");
    expect(offeredBenefits("2023-08-01")).not.toContain("Kontanthjælp, uddannelsesparat");
  });

  it("offers ja and nej where they are asked for", () => {
    const lists = extract?.dataValidations
      ?.filter(({ values }) => values?.join() === "ja,nej")
      .map(({ range }) => range[0]);
    expect(lists).toStrictEqual(["E", "G"]);
  });

  it("is the same bytes every time", async () => {
    expect(Buffer.from(await templateWorkbook(round)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe("the command", () => {
  it("writes it, readable for all, and a line in the journal", async () => {
    const folder = await roundFolder(roundOf("0665"), {});
    const run = new Run(folder, templateCommand.name, quiet(defaultEffects));
    await templateCommand.run(run, {});
    const file = path.join(folder, "extract-template.xlsx");
    expect(Buffer.from(bytes).equals(await readFile(file))).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o644);
    expect(await readWritten(folder, "journal.jsonl")).toContain('"command":"template"');
  });
});

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

describe("a filled copy", () => {
  const newCpr = cprSource("template");

  it("goes through ingest without a remark, the example row ignored", async () => {
    const filled = await openXlsx(bytes);
    const rows = filled.sheets[1]?.rows ?? [];
    offeredBenefits(round.referenceDate).forEach((benefit, i) => {
      rows[i + 2] = [
        newCpr(),
        benefit,
        day("2024-01-15"),
        i % 3 === 0 ? null : day("2026-06-01"),
        "nej",
        "67123456",
        "nej",
      ];
    });
    const folder = await roundFolder(roundOf("0665"), { "udtraek-lemvig.xlsx": await saveXlsx(filled) });
    const result = await runIngest(folder);
    const count = offeredBenefits(round.referenceDate).length;
    expect(result.exitCode).toBe(0);
    expect(result.data["municipalities"]).toMatchObject([
      { code: "0665", received: count, warnings: 0, notes: 0 },
    ]);
    expect(await workbookText(path.join(folder, "frame/quality-0665.xlsx"))).toContain(
      "Vi har ingen bemærkninger.",
    );
  });

  it("that is still empty is said to be empty", async () => {
    const folder = await roundFolder(roundOf("0665"), { "udtraek-lemvig.xlsx": bytes });
    const result = await runIngest(folder);
    expect(result.data["problems"]).toMatchObject([{ code: "no_rows" }]);
  });
});
