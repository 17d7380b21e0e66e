/** What readers download has the figures of results.json, every one of them and no other. */
import { createHash } from "node:crypto";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { DOWNLOADS } from "#survey/presentation/tables/downloads.ts";
import { publicTables } from "#survey/presentation/tables/publicTables.ts";
import { codeLists } from "#survey/presentation/tables/codes.ts";
import { resultsSchema, type Cell, type IndexCell } from "#survey/results.ts";
import { downloads } from "../../scripts/downloads/files.ts";
import { resultsText } from "../../scripts/estimate/resultsJson.ts";
import { Archive } from "../../scripts/io/archive.ts";
import { readTable } from "../../scripts/io/table.ts";
import { resultsFixture } from "../site/results.ts";
import { CANARY, exposed, withheldAgain } from "./canary.ts";

const audited = resultsText(resultsFixture());
const results = resultsSchema.parse(JSON.parse(audited));
const files = await downloads(audited, "CC-BY-4.0");
const textOf = (name: string, from = files): string => {
  const file = from.find((one) => one.name === name);
  if (!file) throw new Error(`no ${name}`);
  return new TextDecoder().decode(file.data);
};
const FIGURES = [
  "domain",
  "item",
  "status",
  "reason",
  "n",
  "dont_know",
  "dont_know_status",
  "unweighted_status",
  "weighted_mean",
  "weighted_mean_low",
  "weighted_positive",
  "weighted_positive_high",
  "weighted_code_1",
  "weighted_code_5",
  "unweighted_mean",
] as const;
const NUMBERS = FIGURES.slice(4).filter((name) => !name.endsWith("status"));
const written = (value: number | null | undefined): string => String(value ?? "");

/** Every byte of every file, the parts of the workbook unpacked. */
function unpacked(from: typeof files): string {
  const book = new Archive(from[0]?.data ?? new Uint8Array());
  const parts = book.names.map((name) => book.read(name).toString("utf8"));
  return [...parts, ...from.slice(1).map(({ name }) => textOf(name, from))].join("\n");
}

/** What the table says of a cell. */
function rowOf(cell: Cell | IndexCell): Record<string, string> {
  if (cell.status !== "published") {
    const reason = cell.status === "withheld" ? cell.reason : "";
    return { ...Object.fromEntries(NUMBERS.map((name) => [name, ""])), status: cell.status, reason };
  }
  const { weighted, unweighted } = cell;
  return {
    status: "published",
    n: written(cell.n),
    dont_know: written("dontKnow" in cell ? cell.dontKnow : null),
    weighted_mean: written(weighted.mean.estimate),
    weighted_mean_low: written(weighted.mean.low),
    weighted_positive: written(weighted.positive.estimate),
    weighted_positive_high: written(weighted.positive.high),
    weighted_code_1: written(weighted.distribution[0]),
    weighted_code_5: written(weighted.distribution[4]),
    unweighted_mean: written(unweighted?.mean.estimate),
    unweighted_status: unweighted ? "published" : "withheld",
  };
}

describe("downloads", () => {
  it("are always the same files with their fingerprints", async () => {
    expect(files.map(({ name }) => name)).toEqual([...DOWNLOADS]);
    const sums = textOf("sha256sums.txt").trimEnd().split("\n");
    expect(sums).toEqual(
      files
        .slice(0, -1)
        .map(({ file, data }) => `${createHash("sha256").update(data).digest("hex")}  ${file}`),
    );
    const again = await downloads(resultsText(results), "CC-BY-4.0");
    expect(again.map(({ data }) => Buffer.from(data).toString("base64"))).toEqual(
      files.map(({ data }) => Buffer.from(data).toString("base64")),
    );
  });

  it("give results.json as it was audited, with its schema", () => {
    expect(textOf("results.json")).toBe(resultsText(results));
    expect(JSON.parse(textOf("results.schema.json"))).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: { domains: { type: "array" } },
    });
  });

  it("have every cell in the table, with its figures, or with why there are none", () => {
    const rows = readTable(textOf("resultater.csv"), FIGURES, "resultater.csv");
    const cells = results.domains.flatMap((domain) =>
      Object.entries({ ...domain.items, ...domain.indexes }).map(
        ([item, cell]) => [`${domain.id} ${item}`, cell] as const,
      ),
    );
    const byCell = new Map(rows.map((row) => [`${row.domain} ${row.item}`, row]));
    expect(rows).toHaveLength(cells.length);
    const statuses = new Set(cells.map(([, { status }]) => status));
    for (const [key, cell] of cells) expect(byCell.get(key)).toMatchObject(rowOf(cell));
    expect(statuses).toEqual(new Set(["published", "withheld", "missing", "notAsked"]));
  });

  it("have the same in Excel, typed: shares of one, counts, scores, words; absent figures are empty", async () => {
    const book = await readXlsx(files[0]?.data ?? new Uint8Array());
    const sheets = book.sheets.slice(1, -1);
    const tables = publicTables(results);
    expect(sheets.map(({ name }) => name)).toEqual(tables.map(({ title }) => title.da));
    tables.forEach(({ columns, rows }, i) => {
      const [header = [], ...lines] = sheets[i]?.rows ?? [];
      expect(header).toEqual(columns.map(({ label }) => label.da));
      expect(lines).toHaveLength(rows.length);
      const expected = rows.map((row) =>
        row.map((value, c) => {
          const kind = columns[c]?.kind;
          if (typeof value !== "number") return value;
          if (kind === "flag") return value === 1 ? "ja" : "nej";
          return kind === "percent" ? value / 100 : value;
        }),
      );
      // Cells at the end of a row that are empty are not written.
      const full = lines.map((line) => columns.map((_, c) => line[c] ?? null));
      expect(full).toEqual(expected);
    });
    const notes = (book.sheets[0]?.rows ?? []).flat().join("\n");
    expect(notes).toContain("CC BY 4.0");
    expect(notes).toContain("https://creativecommons.org/licenses/by/4.0/");
    expect(notes).toContain("Et skjult tal er ikke nul");
  });

  it("explain every column and every code that they use, in both languages", () => {
    const entries = readTable(
      textOf("datakatalog.csv"),
      ["table", "column", "code", "meaning_da", "meaning_en", "label_en"],
      "datakatalog.csv",
    );
    for (const { id, columns, rows } of publicTables(results)) {
      columns.forEach(({ id: column, codes, label, meaning }, c) => {
        const own = entries.filter((entry) => entry.table === id && entry.column === column);
        expect(own[0]).toMatchObject({ code: "", meaning_da: meaning.da, meaning_en: meaning.en });
        for (const language of ["da", "en"] as const) {
          const text = textOf(language === "da" ? "datakatalog.md" : "data-dictionary.md");
          expect(text).toContain(`| \`${column}\` | ${label[language]} |`);
        }
        if (codes === undefined) return;
        const known = new Set(codeLists[codes]?.map(({ code }) => code));
        const used = new Set(rows.map((row) => row[c] ?? null).filter((value) => value !== null));
        expect([...used].filter((code) => !known.has(String(code)))).toEqual([]);
      });
    }
  });

  it("have nothing of a figure that is withheld", async () => {
    const shown = await downloads(resultsText(exposed(results)), "CC-BY-4.0");
    const hidden = await downloads(resultsText(withheldAgain(results)), "CC-BY-4.0");
    expect(unpacked(shown)).toContain(String(CANARY));
    expect(unpacked(hidden)).not.toContain(String(CANARY));
  });
});
