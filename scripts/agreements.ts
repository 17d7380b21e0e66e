/**
 * `agreements.csv`: the processing agreement of each municipality (GDPR article 28), kept by the analyst: the day it was
 * signed and where it is filed. `init` writes it with a row a municipality.
 */
import { isIsoDate, type IsoDate } from "#survey/dates.ts";
import { CliError } from "./errors.ts";
import { readTable, writeTable } from "./io/table.ts";
import type { Run } from "./run.ts";

export const AGREEMENTS_FILE = "agreements.csv";
const COLUMNS = ["municipality", "signed_on", "reference"] as const;

/** The file with nothing signed yet. */
export const agreementsText = (codes: readonly string[]): string =>
  writeTable(
    COLUMNS,
    codes.map((municipality) => ({ municipality, signed_on: "", reference: "" })),
  );

/** The day each municipality signed, by code; those who have not are left out. @throws CliError naming the row. */
export async function readAgreements(run: Run): Promise<Map<string, IsoDate>> {
  const how = "Write a row a municipality: municipality,signed_on,reference, as 0751,2026-07-01,2026-1234.";
  const file = run.path(AGREEMENTS_FILE);
  const signed = new Map<string, IsoDate>();
  readTable(await run.readText(AGREEMENTS_FILE, how), COLUMNS, file).forEach((row, i) => {
    const { municipality, signed_on: signedOn } = row;
    if (signedOn === "") return;
    if (!isIsoDate(signedOn)) {
      throw new CliError({ what: "the date is no YYYY-MM-DD", where: `${file}, row ${i + 2}`, how });
    }
    signed.set(municipality, signedOn);
  });
  return signed;
}
