/** Reads on which day each respondent has sent the answers, as `status` last wrote it, for the response curve. */
import { isIsoDate, type IsoDate } from "#survey/dates.ts";
import { DISPOSITION_COLUMNS } from "#survey/files.ts";
import { CliError } from "../errors.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";

const DISPOSITIONS_FILE = "status/dispositions.csv";
const STATUS_AGAIN = "Run `npx borgersvar status <round>` again; do not edit the file.";

/** By respondent; empty before there is a status. @throws CliError naming the row that does not fit. */
export async function readSentOn(run: Run): Promise<Map<string, IsoDate>> {
  if (!(await run.exists(DISPOSITIONS_FILE))) return new Map();
  const file = run.path(DISPOSITIONS_FILE);
  const rows = readTable(await run.readText(DISPOSITIONS_FILE, STATUS_AGAIN), DISPOSITION_COLUMNS, file);
  run.readRows(DISPOSITIONS_FILE, rows.length);
  return new Map(
    rows.flatMap(({ respondent, answered_on: day }, i): [string, IsoDate][] => {
      if (day === "") return [];
      if (isIsoDate(day)) return [[respondent, day]];
      const where = `${file}, row ${i + 2}, answered_on`;
      throw new CliError({ what: "this is no date", where, how: STATUS_AGAIN });
    }),
  );
}
