/**
 * Does with a wave what a municipality does, in a LibreOffice of its own: opens the list, merges `brev.docx` with
 * `flettefil.xlsx`, and compares. Every CPR number must come out with ten digits, every code intact and in its own letter.
 * Takes the folder of a wave (default: the demo's Langeland); leaves the merged letters as PDF to be looked at. Needs
 * LibreOffice with Writer, Calc and Base (Debian: libreoffice-base-drivers). Exit code 1 when something differs, 2 when
 * LibreOffice cannot do it here.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { parseCsv } from "hucre/csv";
import { formatCode, parseCode } from "#survey/code.ts";
import { MERGE_MACRO } from "./mergeMacro.ts";

const run = promisify(execFile);
const MOST_MS = 600_000;
const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g;

class Office {
  readonly #profile: string;

  constructor(folder: string) {
    this.#profile = path.join(folder, "profile");
  }

  async run(...args: string[]): Promise<void> {
    const profile = `-env:UserInstallation=${pathToFileURL(this.#profile).href}`;
    await run("soffice", ["--headless", "--norestore", "--nologo", profile, ...args], { timeout: MOST_MS });
  }

  /** LibreOffice makes its profile at the first start and would overwrite what stood there. */
  async addMacro(): Promise<void> {
    const standard = path.join(this.#profile, "user/basic/Standard");
    await mkdir(standard, { recursive: true });
    for (const [name, text] of Object.entries(MERGE_MACRO)) await writeFile(path.join(standard, name), text);
  }
}

/** The rows of the workbook as LibreOffice reads them. */
async function openedRows(office: Office, wave: string, folder: string): Promise<string[][]> {
  // Field separator ";", quoted, UTF-8, cell content as shown.
  const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true";
  await office.run("--convert-to", filter, "--outdir", folder, path.join(wave, "flettefil.xlsx"));
  const text = await readFile(path.join(folder, "flettefil.csv"), "utf8");
  return parseCsv(text, { delimiter: ";", skipEmptyRows: true }).map((row) => row.map(String));
}

async function mergedText(office: Office, wave: string, folder: string): Promise<string> {
  const urls = [path.join(wave, "flettefil.xlsx"), path.join(wave, "brev.docx"), folder].map(
    (file) => `"${pathToFileURL(file).href}"`,
  );
  await office.run(`macro:///Standard.Merge.Run(${urls.join(",")})`);
  const log = await readFile(path.join(folder, "merge.log"), "utf8").catch(() => "the macro did not start");
  if (!log.startsWith("merged")) throw new Error(log);
  const text = (await readdir(folder)).find((name) => /^merged.*\.txt$/.test(name));
  if (text === undefined) throw new Error("no merged text was written");
  return readFile(path.join(folder, text), "utf8");
}

/** What differs, as sentences; no CPR number and no code in them. */
function differences(original: string[][], opened: string[][], merged: string): string[] {
  const rows = opened.slice(1);
  const codes = merged.match(CODE) ?? [];
  const column = (opened[0] ?? []).indexOf("Kode");
  const bad = rows.flatMap((row, i) => (/^\d{10}$/.test(row[0] ?? "") ? [] : [i + 2]));
  const broken = rows.flatMap((row, i) => {
    const parsed = parseCode(row[column] ?? "");
    return parsed.ok && formatCode(parsed.code) === row[column] ? [] : [i + 2];
  });
  // Each letter names its code twice: in the link and by itself.
  const expected = rows.flatMap((row) => [row[column], row[column]]);
  return [
    ...(rows.length === 0 ? ["the list is empty"] : []),
    ...(JSON.stringify(original) === JSON.stringify(opened)
      ? []
      : ["the workbook and the CSV differ when opened"]),
    ...(bad.length > 0 ? [`CPR numbers without ten digits in rows ${bad.slice(0, 9).join(", ")}`] : []),
    ...(broken.length > 0 ? [`codes that are not intact in rows ${broken.slice(0, 9).join(", ")}`] : []),
    ...(expected.join() === codes.join()
      ? []
      : [`${codes.length} codes in the merged letters, ${expected.length} expected in this order`]),
  ];
}

async function check(wave: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-merge-"));
  const office = new Office(folder);
  try {
    const original = parseCsv(await readFile(path.join(wave, "flettefil.csv"), "utf8"), {
      delimiter: ";",
      skipEmptyRows: true,
    });
    const opened = await openedRows(office, wave, folder);
    await office.addMacro();
    const merged = await mergedText(office, wave, folder);
    const found = differences(
      original.map((row) => row.map((cell) => String(cell).replace("\ufeff", ""))),
      opened,
      merged,
    );
    for (const line of found) console.log(`  ${line}`);
    console.log(
      `${opened.length - 1} letters merged, ${found.length === 0 ? "all as they should be" : "with differences"}`,
    );
    console.log(
      `look at ${(await readdir(folder))
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => path.join(folder, name))
        .join(", ")}`,
    );
    await rm(path.join(folder, "profile"), { recursive: true, force: true });
    if (found.length > 0) process.exitCode = 1;
  } catch (error) {
    console.log(`LibreOffice cannot merge here: ${error instanceof Error ? error.message : String(error)}`);
    await rm(folder, { recursive: true, force: true });
    process.exitCode = 2;
  }
}

await check(path.resolve(process.argv[2] ?? "demo/waves/0/0482"));
