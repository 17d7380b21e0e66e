/** Reads `sample/identities.csv`, the only link between a respondent number and a person. */
import { faultOf } from "#survey/contact/spreadsheetText.ts";
import { parseCpr } from "#survey/cpr.ts";
import { IDENTITY_COLUMNS } from "#survey/files.ts";
import { CliError } from "../errors.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";

const IDENTITIES_FILE = "sample/identities.csv";

export interface Identity {
  /** Ten digits. */
  cpr: string;
  /** As the extract had it; empty when there is none. */
  phone: string;
  name: string;
}

/** Identities by respondent number. @throws CliError naming the row, never what stands in it. */
export async function readIdentities(run: Run): Promise<Map<string, Identity>> {
  const file = run.path(IDENTITIES_FILE);
  const how =
    "Draw the sample again with `npx borgersvar sample <round>`; after a purge no letter can be made.";
  const rows = readTable(await run.readText(IDENTITIES_FILE, how), IDENTITY_COLUMNS, file);
  run.readRows(IDENTITIES_FILE, rows.length);
  const identities = new Map<string, Identity>();
  rows.forEach(({ respondent, cpr, phone, name }, i) => {
    const where = `${file}, row ${i + 2}`;
    if (!/^\d{10}$/.test(cpr) || !parseCpr(cpr).ok) {
      throw new CliError({ what: "the CPR number is not ten digits of a real date", where, how });
    }
    if (identities.has(respondent)) {
      throw new CliError({ what: `respondent ${respondent} stands twice`, where, how });
    }
    requireSafeName(name, where);
    identities.set(respondent, { cpr, phone, name: name.trim() });
  });
  return identities;
}

const NAME_FAULTS = {
  formula: "the name begins with = + - or @, which a spreadsheet runs as a formula",
  control: "the name holds a line break or another control character, which breaks the merge file",
} as const;

function requireSafeName(name: string, where: string): void {
  const nameFault = faultOf(name);
  if (nameFault === null) return;
  throw new CliError({
    what: NAME_FAULTS[nameFault],
    where: `${where}, column name`,
    how: "Ask the municipality for the right name, mend its extract, and run ingest and sample again.",
  });
}
