/** Delivers a wave: reads the merge files as the municipality's sender does, and says who got which link. */
import { parseCsv } from "hucre/csv";
import { IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import type { Invitation } from "./visit.ts";

const HOW = "Run the demo again.";

/** Everybody who gets a letter in this wave, in the order of the merge files. */
export async function deliver(run: Run, wave: number): Promise<Invitation[]> {
  const people = await peopleByCpr(run);
  const invitations: Invitation[] = [];
  for (const code of await run.list(`waves/${wave}`)) {
    const file = `waves/${wave}/${code}/flettefil.csv`;
    if (!(await run.exists(file))) continue;
    const [header = [], ...rows] = parseCsv(await run.readText(file, HOW), {
      delimiter: ";",
      skipEmptyRows: true,
    });
    const place = (name: string): number => header.findIndex((cell) => String(cell).toLowerCase() === name);
    const [cpr, link, personal] = [place("cpr"), place("link"), place("kode")];
    for (const row of rows) {
      const person = people.get(String(row[cpr] ?? ""));
      if (!person) throw new Error(`${file} holds somebody who is not in the sample`);
      invitations.push({ ...person, link: String(row[link] ?? ""), code: String(row[personal] ?? "") });
    }
  }
  return invitations;
}

async function peopleByCpr(run: Run): Promise<Map<string, Omit<Invitation, "link" | "code">>> {
  const sample = readTable(await run.readText("sample/sample.csv", HOW), SAMPLE_COLUMNS, "sample.csv");
  const group = new Map(sample.map((row) => [row.respondent, row.target_group]));
  const identities = readTable(
    await run.readText("sample/identities.csv", HOW),
    IDENTITY_COLUMNS,
    "identities.csv",
  );
  return new Map(
    identities.map(({ respondent, municipality, cpr }) => [
      cpr,
      { respondent, municipality, targetGroup: group.get(respondent) ?? "" },
    ]),
  );
}
