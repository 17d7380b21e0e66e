/** Delivers a wave: reads the merge files as the municipality's sender does, and says who got which link. */
import { parseCsv } from "hucre/csv";
import { IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import type { Invitation } from "./visit.ts";

const HOW = "Run the demo again.";
/** Digital Post, and the letters on paper. */
const LISTS = ["flettefil.csv", "flettefil-papir.csv"];

/** Everybody who gets a letter in this wave, in the order of the merge files. */
export async function deliver(run: Run, wave: number): Promise<Invitation[]> {
  const people = await peopleByCpr(run);
  const invitations: Invitation[] = [];
  for (const code of await run.list(`waves/${wave}`)) {
    for (const name of LISTS)
      invitations.push(...(await readList(run, `waves/${wave}/${code}/${name}`, people)));
  }
  return invitations;
}

/** Everybody in one list; nobody where there is none. */
async function readList(
  run: Run,
  file: string,
  people: ReadonlyMap<string, Omit<Invitation, "link" | "code">>,
): Promise<Invitation[]> {
  if (!(await run.exists(file))) return [];
  const [header = [], ...rows] = parseCsv(await run.readText(file, HOW), {
    delimiter: ";",
    skipEmptyRows: true,
  });
  const place = (name: string): number => header.findIndex((cell) => String(cell).toLowerCase() === name);
  const [cpr, link, personal] = [place("cpr"), place("link"), place("kode")];
  return rows.map((row) => {
    const person = people.get(String(row[cpr] ?? ""));
    if (!person) throw new Error(`${file} holds somebody who is not in the sample`);
    return { ...person, link: String(row[link] ?? ""), code: String(row[personal] ?? "") };
  });
}

/** Those of the invited whose link stands in a text message of the extra round. */
export async function deliverTexts(run: Run, invited: readonly Invitation[]): Promise<Invitation[]> {
  const byLink = new Map(invited.map((invitation) => [invitation.link, invitation]));
  const texts: Invitation[] = [];
  for (const code of await run.list("waves/sms")) {
    const file = `waves/sms/${code}/sms.csv`;
    if (!(await run.exists(file))) continue;
    for (const { text } of readTable(await run.readText(file, HOW), ["text"], file)) {
      const invitation = byLink.get(/https?:\/\/\S+/.exec(text)?.[0] ?? "");
      if (!invitation) throw new Error(`${file} holds a link that nobody was sent`);
      texts.push(invitation);
    }
  }
  return texts;
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
