/**
 * Workbooks changed at random: `ingest` never crashes, never hangs, and never loses a good row in silence. 300 of them in
 * `npm test`, 10,000 with BORGERSVAR_NIGHTLY=1.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import type { CellValue } from "hucre/xlsx";
import { expect, it } from "vitest";
import { Archive, storedArchive } from "../../../scripts/io/archive.ts";
import { openExtract } from "../../../scripts/io/extract.ts";
import { readTable } from "../../../scripts/io/table.ts";
import { cprSource, eligibleRow, roundOf, workbook } from "./extractRows.ts";
import { readWritten, roundFolder, runIngest } from "./runIngest.ts";

const NIGHTLY = process.env["BORGERSVAR_NIGHTLY"] === "1";
/** Two fifths cells, two fifths bytes, one fifth XML. */
const RUNS = NIGHTLY ? 10_000 : 300;
const MOST_MS = 5000;

const newCpr = cprSource("mutated");
const ROWS = 12;
const GOOD = Array.from({ length: ROWS }, () => eligibleRow(newCpr()));
const GOOD_CPRS = GOOD.map(([cpr]) => String(cpr)).toSorted();
const good = await workbook(GOOD);
const folder = await roundFolder(roundOf("0825"), {});

/** The CPR numbers of the frame, sorted; null when the municipality is blocked, and then with a reason. */
async function ingested(bytes: Uint8Array): Promise<string[] | null> {
  await writeFile(path.join(folder, "extracts/Læsø.xlsx"), bytes);
  const started = performance.now();
  const result = await runIngest(folder);
  if (performance.now() - started > MOST_MS) throw new Error("ingest took too long");
  if (result.exitCode === 1 && String(result.data["problems"]) !== "") return null;
  const frame = readTable((await readWritten(folder, "frame/frame.csv")) ?? "", ["cpr"], "frame.csv");
  return frame.map(({ cpr }) => cpr).toSorted();
}

const junk: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 40, unit: "binary" }),
  fc.constantFrom("#REF!", "=1+1", "ja", "01-13-2026", "1,01E+09", "Eksempel", "I alt", "CPR-nr.", "\u00a0"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
);
const rowOf = fc.oneof(
  { weight: 2, arbitrary: fc.array(junk, { maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(6), junk).map(([at, cell]) => eligibleRow(newCpr()).with(at, cell)),
  },
);

it("rows of junk between good rows never push a good row out", { timeout: 3_600_000 }, async () => {
  const places = fc.array(fc.tuple(fc.nat(ROWS), rowOf), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(places, async (inserts) => {
      const rows = GOOD.slice();
      for (const [at, row] of inserts) rows.splice(at, 0, row);
      const cprs = (await ingested(await workbook(rows))) ?? GOOD_CPRS;
      expect(GOOD_CPRS.filter((cpr) => !cprs.includes(cpr))).toStrictEqual([]);
    }),
    { numRuns: (RUNS * 2) / 5 },
  );
});

it("changed, cut and doubled bytes are refused or change nothing", { timeout: 3_600_000 }, async () => {
  const change = fc.record({
    at: fc.nat(good.length - 1),
    remove: fc.constantFrom(0, 0, 1, 1, 2, 50, 5000),
    insert: fc.uint8Array({ maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      let bytes = Buffer.from(good);
      for (const { at, remove, insert } of changes)
        bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
      expect((await ingested(bytes)) ?? GOOD_CPRS).toStrictEqual(GOOD_CPRS);
    }),
    { numRuns: (RUNS * 2) / 5 },
  );
});

it("changed XML is opened or refused, never thrown at anybody", { timeout: 3_600_000 }, async () => {
  const archive = new Archive(good);
  const parts = new Map(archive.names.map((name) => [name, archive.read(name).toString("utf8")]));
  const piece = fc.constantFrom(
    "<",
    ">",
    "&",
    "&#x41;",
    '"',
    "</c>",
    "</row>",
    "<row>",
    '<c r="ZZZ9"/>',
    "<!--",
    "r=",
    "9",
    "",
  );
  const change = fc.record({
    part: fc.constantFrom(...parts.keys()),
    at: fc.nat(),
    remove: fc.nat(6),
    piece,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      const changed = new Map(parts);
      for (const { part, at, remove, piece: inserted } of changes) {
        const xml = changed.get(part) ?? "";
        const place = at % (xml.length + 1);
        changed.set(part, xml.slice(0, place) + inserted + xml.slice(place + remove));
      }
      const bytes = storedArchive(
        new Map([...changed].map(([name, xml]) => [name, Buffer.from(xml)] as const)),
        {
          sums: true,
        },
      );
      const started = performance.now();
      const opened = await openExtract("Læsø.xlsx", bytes);
      expect(performance.now() - started).toBeLessThan(MOST_MS);
      expect(opened.ok || opened.problem.code !== undefined).toBe(true);
    }),
    { numRuns: RUNS / 5 },
  );
});
