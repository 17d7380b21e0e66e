/** What two municipalities report back after the invitation: a workbook by CPR number and a list by phone. */
import { writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import type { IsoDate } from "#survey/dates.ts";
import { IDENTITY_COLUMNS } from "#survey/files.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import { createRandom } from "./random.ts";
import type { Ledger } from "./visit.ts";

const HOW = "Run the demo again.";
/** As clerks word it, and how often. */
const LETTERS: readonly (readonly [string, number])[] = [
  ["Leveret", 90],
  ["Ikke tilmeldt Digital Post", 7],
  ["Fritaget", 1.2],
  ["Fraflyttet kommunen", 1],
  ["Afdød", 0.5],
  ["Ønsker ikke at deltage", 0.3],
];
const TEXTS: readonly (readonly [string, number])[] = [
  ["OK", 96],
  ["Nummeret er ikke i brug", 4],
];

interface Row {
  cpr: string;
  phone: string;
  /** Has done something already: neither dead nor gone. */
  active: boolean;
}

async function peopleIn(run: Run, code: string, ledgers: ReadonlyMap<string, Ledger>): Promise<Row[]> {
  const text = await run.readText("sample/identities.csv", HOW);
  return readTable(text, IDENTITY_COLUMNS, "identities.csv")
    .filter((row) => row.municipality === code)
    .map(({ respondent, cpr, phone }) => ({ cpr, phone, active: ledgers.has(respondent) }));
}

const danish = (day: IsoDate): string => day.split("-").toReversed().join("-");

/**
 * Writes the two files into the folders of the wave, where a purge finds them.
 * @returns their paths
 */
export async function demoReports(
  run: Run,
  { seed, day, ledgers }: { seed: string; day: IsoDate; ledgers: ReadonlyMap<string, Ledger> },
): Promise<string[]> {
  const random = createRandom(`${seed} delivery`);
  const lemvig = (await peopleIn(run, "0665", ledgers)).map(({ cpr, active }) => [
    cpr,
    active ? "Leveret" : random.weighted(LETTERS),
    danish(day),
  ]);
  const langeland = (await peopleIn(run, "0482", ledgers))
    .filter(({ phone, active }) => /^\+45\d{8}$/.test(phone) && !active)
    .map(({ phone }) => [phone.replace("+45", ""), random.weighted(TEXTS)]);
  const book = run.path("waves/0/0665/Leveringsrapport Lemvig.xlsx");
  const list = run.path("waves/0/0482/sms-status.csv");
  const rows = [["CPR-nr.", "Leveringsstatus", "Dato"], ...lemvig];
  await writeFile(book, await writeXlsx({ sheets: [{ name: "Forsendelse", rows }] }), { mode: 0o600 });
  const lines = [["Telefonnr.", "SMS-status"], ...langeland].map((row) => row.join(";"));
  await writeFile(list, `\ufeff${lines.join("\r\n")}\r\n`, { mode: 0o600 });
  return [book, list];
}
