/**
 * `export`: the answers as a data set for analysts, k-anonymous, with codebook, SPSS file, R script, DDI and a workbook. No CPR
 * number, phone, name, respondent number or free text.
 */
import type { Results } from "#survey/results.ts";
import type { Command, CommandResult } from "./command.ts";
import { readRoundTables, type RoundTables } from "./estimate/inputs.ts";
import { analystData, type AnalystData } from "./export/analystData.ts";
import { anonymityJson, anonymityReport, type AnonymityReport } from "./export/anonymityFile.ts";
import { anonymityPage } from "./export/anonymityPage.ts";
import { codebookTable } from "./export/codebook.ts";
import { ddiCodebook } from "./export/ddi.ts";
import { notesOf } from "./export/notes.ts";
import { publishedNumbers, readResults, type PublishedNumber } from "./export/published.ts";
import { rScript } from "./export/rScript.ts";
import { spssFile } from "./export/spss.ts";
import { variablesOf, type Variable } from "./export/variables.ts";
import { answersWorkbook } from "./export/workbook.ts";
import { writeTable } from "./io/table.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

const FITTED =
  "De offentliggjorte tal har vægte, der også er tilpasset alder eller køn; de kan ikke regnes efter her.";
const FILES = 8;

/** Whether everybody of a domain is in the data set with the domain shown. */
function wholeDomains({ rows, leftOut }: AnalystData): (where: PublishedNumber["where"]) => boolean {
  const absent = new Set(
    leftOut.filter(({ answers }) => answers > 0).map(({ municipality }) => municipality),
  );
  const hiddenGroup = rows.some((row) => row["answer"] === 1 && row["target_group"] === null);
  return (where) => {
    if (where?.column === "municipality") return !absent.has(where.value);
    return absent.size === 0 && (where === null || !hiddenGroup);
  };
}

interface ExportFile {
  name: string;
  content: string | Uint8Array;
  rows?: number;
}

interface Export {
  data: AnalystData;
  report: AnonymityReport;
  variables: Variable[];
  published: PublishedNumber[];
  answers: number;
}

function exportOf(tables: RoundTables, results: Results | null): Export {
  const { round } = tables;
  const data = analystData(tables);
  const fitted = round.weighting.margins.length > 0;
  return {
    data,
    report: anonymityReport(round, data),
    variables: variablesOf(round, data.anonymity.coarsening),
    published: results && !fitted ? publishedNumbers(results, wholeDomains(data)) : [],
    answers: data.rows.filter((row) => row["answer"] === 1).length,
  };
}

/** The files one after the other, so that the bar moves. */
async function* filesOf({ round, people }: RoundTables, made: Export): AsyncGenerator<ExportFile> {
  const { data, report, variables, published, answers } = made;
  const { rows } = data;
  const fitted = round.weighting.margins.length > 0;
  const codebook = codebookTable(variables);
  const columns = variables.map(({ name }) => name);
  yield { name: "answers.csv", content: writeTable<string>(columns, rows), rows: rows.length };
  yield { name: "codebook.csv", content: codebook.text, rows: codebook.rows };
  yield { name: "answers.sav", content: spssFile(round, variables, rows), rows: rows.length };
  yield { name: "design.R", content: rScript(round, variables, published, fitted ? FITTED : null) };
  const counts = {
    cases: rows.length,
    invited: people.length,
    answers,
    k: report.k,
    censusK: report.censusK,
  };
  yield { name: "ddi-codebook.xml", content: ddiCodebook({ round, variables, ...counts }) };
  const notes = notesOf(data, report, fitted);
  yield {
    name: "answers.xlsx",
    content: await answersWorkbook(round, variables, rows, notes),
    rows: rows.length,
  };
  yield { name: "anonymity.json", content: anonymityJson(report) };
  yield { name: "anonymity.html", content: anonymityPage(round, report) };
}

async function writeExport(run: Run): Promise<CommandResult> {
  const tables = await readRoundTables(run, await readRound(run));
  const results = await readResults(run);
  const progress = run.effects.progress("Datasæt", FILES);
  const made = exportOf(tables, results);
  let written = 0;
  for await (const { name, content, rows } of filesOf(tables, made)) {
    await run.write(`export/${name}`, content, rows === undefined ? {} : { rows });
    progress.update((written += 1));
  }
  progress.stop();
  const { data, report, variables, published, answers } = made;
  const { smallest, unique } = report.after;
  run.note("anonymity", { smallest, unique, loss: report.loss });
  await run.commit();
  return {
    lines: [
      `${data.rows.length} people with ${variables.length} variables; ${answers} of them count as answers and have a weight`,
      ...anonymityLines(report),
      ...(results
        ? []
        : [
            "No results yet: design.R has no published numbers to compare with (run estimate, then this again)",
          ]),
      "The data are confidential, not anonymous: see anonymity.html before anybody else gets them.",
      `In ${run.path("export")}`,
    ],
    data: {
      rows: data.rows.length,
      answers,
      variables: variables.length,
      published: published.length,
      anonymity: report,
    },
  };
}

function anonymityLines({ k, censusK, before, after, quasiIdentifiers, leftOut }: AnonymityReport): string[] {
  const hidden = quasiIdentifiers.map(({ name, share }) => `${name} ${Math.round(share * 100)} %`).join(", ");
  const gone = leftOut.reduce((sum, { people }) => sum + people, 0);
  return [
    `k = ${k} (${censusK} where everybody was invited): smallest group ${after.smallest}, ${after.unique} unique people (before: ${before.unique})`,
    `Hidden: ${hidden}`,
    ...(gone > 0 ? [`${gone} people of municipalities with too few answers are left out`] : []),
  ];
}

export const exportCommand: Command = {
  name: "export",
  summary: "writes the answers as a k-anonymous data set with codebook, SPSS, R script and DDI",
  example: "npx borgersvar export rounds/2026-2",
  options: [],
  run: writeExport,
};
