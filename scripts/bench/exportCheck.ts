/**
 * Opens what `export` writes with the programs that people use: R with survey, haven and foreign, PSPP, xmllint, LibreOffice.
 * `node scripts/bench/exportCheck.ts [round folder] [codebook.xsd]`
 *
 * Without a folder it copies the golden round and runs estimate and export on it. The schema of DDI-Codebook 2.5 is published
 * by the DDI Alliance; without its path the document is only checked to be well formed. What is not installed is said, and is
 * no failure.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { main } from "../cli.ts";
import { defaultEffects, quiet } from "../effects.ts";
import { readTable } from "../io/table.ts";

type Verdict = "ok" | "FAILED" | "not installed";
interface Check {
  name: string;
  verdict: Verdict;
  says: string;
}

const GOLDEN = path.resolve(import.meta.dirname, "../../test/cases/export-two-municipalities/input");
const [given, schema] = process.argv.slice(2);
const temporary = mkdtempSync(path.join(tmpdir(), "borgersvar-export-"));

const installed = (program: string): boolean => spawnSync("which", [program]).status === 0;
const hasPackage = (name: string): boolean =>
  installed("Rscript") &&
  spawnSync("Rscript", ["-e", `quit(status = !requireNamespace("${name}", quietly = TRUE))`]).status === 0;

/** What a program says, error texts too. */
function output(program: string, args: readonly string[], cwd: string): { text: string; status: number } {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1e8 });
  return { text: `${stdout}${stderr}`, status: status ?? 1 };
}

async function makeRound(): Promise<string> {
  const folder = path.join(temporary, "round");
  cpSync(GOLDEN, folder, { recursive: true });
  for (const command of ["estimate", "export"]) {
    if ((await main([command, folder], quiet(defaultEffects))) !== 0) throw new Error(`${command} failed`);
  }
  return folder;
}

/** Runs design.R, which compares with the published numbers itself. */
function checkSurvey(folder: string): Check {
  const name = "R survey: design.R rebuilds the design and the published numbers";
  if (!hasPackage("survey")) return { name, verdict: "not installed", says: "" };
  const { text, status } = output("Rscript", ["--vanilla", "design.R"], folder);
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /item\s+domain\s+n\s+mean/.test(line));
  const table = lines.slice(start, start + 4);
  const same = table.filter((line) => line.endsWith("TRUE")).length;
  const ok = status === 0 && start >= 0 && same === 3 && !text.includes("Tallene er ikke");
  return { name, verdict: ok ? "ok" : "FAILED", says: start >= 0 ? table.join("\n") : text };
}

const read = (file: string, columns: readonly string[]) =>
  readTable(readFileSync(file, "utf8"), columns, file);

/** Names of the numeric columns whose values differ from the CSV file's, after the codebook's codes. */
function differences(folder: string, sav: string): string[] {
  const book = read(path.join(folder, "codebook.csv"), ["variable", "kind", "value", "spss_value"]);
  const names = [...new Set(book.map((line) => line["variable"] ?? ""))];
  const csv = read(path.join(folder, "answers.csv"), names);
  const other = read(sav, names);
  if (csv.length !== other.length) return [`${other.length} rows, not ${csv.length}`];
  return names.filter((name) => {
    const own = book.filter((line) => line["variable"] === name);
    const codes = new Map(own.map((line) => [line["value"] ?? "", line["spss_value"] ?? ""]));
    return csv.some((row, i) => {
      const cell = row[name] ?? "";
      const wanted = own[0]?.["kind"] === "category" ? (codes.get(cell) ?? cell) : cell;
      const found = (other[i]?.[name] ?? "").trim().replace(/^NA$/, "");
      if (own[0]?.["kind"] === "text" || wanted === "" || found === "") return wanted !== found;
      return Math.abs(Number(wanted) - Number(found)) > 1e-6 * Math.max(1, Math.abs(Number(wanted)));
    });
  });
}

function compared(name: string, folder: string, csv: string, says: string): Check {
  if (!existsSync(csv)) return { name, verdict: "FAILED", says };
  const wrong = differences(folder, csv);
  return {
    name,
    verdict: wrong.length === 0 ? "ok" : "FAILED",
    says: wrong.length === 0 ? says : `${says}\ndiffers: ${wrong.join(", ")}`,
  };
}

function checkHaven(folder: string): Check {
  const name = "R haven: answers.sav has the values of answers.csv";
  if (!hasPackage("haven")) return { name, verdict: "not installed", says: "" };
  const csv = path.join(temporary, "haven.csv");
  const code = `d <- haven::read_sav("answers.sav", user_na = TRUE)
cat(nrow(d), "rows,", ncol(d), "variables; labels of q7:", paste(names(attr(d$q7, "labels")), collapse = " | "), "; missing:", attr(d$q7, "na_values"), "\\n")
plain <- function(x) if (is.numeric(x)) format(as.vector(unclass(x)), digits = 15, trim = TRUE) else as.vector(x)
write.csv(as.data.frame(lapply(d, plain)), "${csv}", row.names = FALSE, na = "", quote = FALSE)`;
  return compared(name, folder, csv, output("Rscript", ["--vanilla", "-e", code], folder).text.trim());
}

function checkForeign(folder: string): Check {
  const name = "R foreign: answers.sav opens";
  if (!hasPackage("foreign")) return { name, verdict: "not installed", says: "" };
  const code = `d <- foreign::read.spss("answers.sav", to.data.frame = TRUE, reencode = "UTF-8", use.missings = FALSE)
cat(nrow(d), "rows,", ncol(d), "variables; municipalities:", paste(levels(d$municipality), collapse = ", "), "\\n")`;
  const { text, status } = output("Rscript", ["--vanilla", "-e", code], folder);
  return { name, verdict: status === 0 ? "ok" : "FAILED", says: text.trim() };
}

function checkPspp(folder: string): Check {
  const name = "PSPP: answers.sav has the values of answers.csv";
  if (!installed("pspp")) return { name, verdict: "not installed", says: "" };
  const [csv, syntax] = [path.join(temporary, "pspp.csv"), path.join(temporary, "check.sps")];
  writeFileSync(
    syntax,
    `GET FILE="${path.join(folder, "answers.sav")}".
FREQUENCIES VARIABLES=q7 target_group.
FORMATS weight inclusion_probability (F24.12).
SAVE TRANSLATE /OUTFILE="${csv}" /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.
`,
  );
  const { text } = output("pspp", [syntax], temporary);
  return compared(name, folder, csv, text.trim());
}

function checkDdi(folder: string): Check {
  const name = `DDI-Codebook 2.5: ddi-codebook.xml ${schema === undefined ? "is well formed" : "validates"}`;
  if (!installed("xmllint")) return { name, verdict: "not installed", says: "" };
  const against = schema === undefined ? [] : ["--schema", path.resolve(schema)];
  const { text, status } = output("xmllint", ["--noout", "--nonet", ...against, "ddi-codebook.xml"], folder);
  return { name, verdict: status === 0 ? "ok" : "FAILED", says: text.trim() };
}

function checkWorkbook(folder: string): Check {
  const name = "LibreOffice: answers.xlsx opens";
  if (!installed("soffice")) return { name, verdict: "not installed", says: "" };
  const profile = `-env:UserInstallation=file://${temporary}/profile`;
  execFileSync("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    temporary,
    path.join(folder, "answers.xlsx"),
  ]);
  const there = existsSync(path.join(temporary, "answers.pdf"));
  return { name, verdict: there ? "ok" : "FAILED", says: "" };
}

try {
  const round = given === undefined ? await makeRound() : path.resolve(given);
  const folder = path.join(round, "export");
  const checks = [checkSurvey, checkHaven, checkForeign, checkPspp, checkDdi, checkWorkbook].map((check) =>
    check(folder),
  );
  for (const { name, verdict, says } of checks) {
    console.log(`${verdict.padEnd(14)}${name}`);
    if (says !== "") console.log(says.replaceAll(/^/gm, "              "));
  }
  process.exitCode = checks.some(({ verdict }) => verdict === "FAILED") ? 1 : 0;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
