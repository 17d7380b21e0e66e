/**
 * What readers can download: made from the text of an audited results.json and nothing else, so that no file can hold a
 * figure that was not attacked. Addresses and names stay the same as long as the round is shown.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import * as z from "zod";
import type { LicenceId } from "#survey/licence.ts";
import { DOWNLOADS, type DownloadName, type DownloadEntry } from "#survey/presentation/tables/downloads.ts";
import { publicTables } from "#survey/presentation/tables/publicTables.ts";
import { resultsSchema, type Results } from "#survey/results.ts";
import { dictionaryCsv, tableCsv } from "./csv.ts";
import { dictionaryText } from "./dictionaryText.ts";
import { resultsWorkbook } from "./workbook.ts";

/** Cloudflare serves no file above 25 MiB: a larger one is packed. */
const LARGEST_BYTES = 25 * 1024 * 1024;

export interface Download extends DownloadEntry {
  data: Uint8Array;
}

/** The shape of results.json for programs in any language (JSON Schema 2020-12). */
const schemaText = (): string =>
  `${JSON.stringify(z.toJSONSchema(resultsSchema, { target: "draft-2020-12" }), null, 2)}\n`;

async function contents(
  text: string,
  results: Results,
  licence: LicenceId,
): Promise<Record<Exclude<DownloadName, "sha256sums.txt">, string | Uint8Array>> {
  const tables = publicTables(results);
  const csv = Object.fromEntries(tables.map((table) => [table.id, tableCsv(table)]));
  const of = (id: string): string => csv[id] ?? "";
  return {
    "resultater.xlsx": await resultsWorkbook(results, licence),
    "resultater.csv": of("resultater"),
    "kommuner.csv": of("kommuner"),
    "forskelle.csv": of("forskelle"),
    "aendringer.csv": of("aendringer"),
    "svardage.csv": of("svardage"),
    "results.json": text,
    "results.schema.json": schemaText(),
    "datakatalog.csv": dictionaryCsv(tables),
    "datakatalog.md": dictionaryText(results, tables, licence, "da"),
    "data-dictionary.md": dictionaryText(results, tables, licence, "en"),
  };
}

const sha256 = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** The files, in the order a page lists them; the last one has the SHA-256 of the others. */
export async function downloads(text: string, licence: LicenceId): Promise<Download[]> {
  const results = resultsSchema.parse(JSON.parse(text));
  const made = await contents(text, results, licence);
  const files = DOWNLOADS.map((name): Download => {
    const plain = Buffer.from(name === "sha256sums.txt" ? "" : made[name]);
    const packed = plain.length > LARGEST_BYTES;
    const data = packed ? gzipSync(plain) : plain;
    return { name, file: packed ? `${name}.gz` : name, bytes: data.length, data };
  });
  const sums = files
    .filter(({ name }) => name !== "sha256sums.txt")
    .map(({ file, data }) => `${sha256(data)}  ${file}\n`)
    .join("");
  return files.map((file) =>
    file.name === "sha256sums.txt" ? { ...file, bytes: sums.length, data: Buffer.from(sums) } : file,
  );
}
