/** `export`: the answers as a data set for analysts, with codebook, R script and DDI. No CPR number, phone or name. */
import type { Command, CommandResult } from "./command.ts";
import { readRoundTables } from "./estimate/inputs.ts";
import { codebookTable } from "./export/codebook.ts";
import { dataRows } from "./export/dataRows.ts";
import { ddiCodebook } from "./export/ddi.ts";
import { rScript } from "./export/rScript.ts";
import { variablesOf } from "./export/variables.ts";
import { writeTable } from "./io/table.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

async function writeExport(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const tables = await readRoundTables(run, round);
  const variables = variablesOf(round);
  const rows = dataRows(tables);
  const answers = rows.filter((row) => row["answer"] === 1).length;
  const codebook = codebookTable(variables);
  const columns = variables.map(({ name }) => name);
  const ddi = ddiCodebook({ round, variables, cases: rows.length, invited: tables.people.length, answers });
  await run.write("export/answers.csv", writeTable<string>(columns, rows), { rows: rows.length });
  await run.write("export/codebook.csv", codebook.text, { rows: codebook.rows });
  await run.write("export/design.R", rScript(round, variables));
  await run.write("export/ddi-codebook.xml", ddi);
  await run.commit();
  return {
    lines: [
      `${rows.length} people with ${columns.length} variables; ${answers} of them count as answers and have a weight`,
      "The data are confidential, not anonymous: whether somebody can be recognised from the bands has not been checked.",
      `In ${run.path("export")}`,
    ],
    data: { rows: rows.length, answers, variables: columns.length },
  };
}

export const exportCommand: Command = {
  name: "export",
  summary: "writes the answers as a data set with codebook, R script and DDI",
  example: "npx borgersvar export rounds/2026-2",
  options: [],
  run: writeExport,
};
