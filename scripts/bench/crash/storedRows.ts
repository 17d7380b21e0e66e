/** What stands in the file of a local D1, read beside a running workerd, and whether SQLite finds the file whole. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { PrivateKey } from "#db/suite.ts";
import { open } from "#db/seal.ts";
import { stateFolder } from "../../io/wrangler.ts";
import type { Stored } from "./history.ts";

export interface Opener {
  privateKey: PrivateKey;
  roundId: string;
}

interface Row {
  rowId: string;
  client: string;
  version: number;
  keyId: string;
  questionnaire: string;
  sealed: string;
  final: number;
}

const QUERY = `
  select a.row_id as rowId, client, version, key_id as keyId, questionnaire, sealed, submitted_by is client as final
  from answers a join respondent r on r.row_id = a.row_id`;

/** "ok", or what SQLite says of a broken file, with everything that stands in it by row id. */
export async function readStored(
  persistTo: string,
  opener: Opener,
): Promise<{ integrity: string; rows: Map<string, Stored[]> }> {
  const database = new DatabaseSync(fileOf(persistTo), { readOnly: true, timeout: 5000 });
  try {
    const integrity = String(database.prepare("pragma integrity_check").get()?.["integrity_check"]);
    const rows = new Map<string, Stored[]>();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns are those of the query above
    for (const row of database.prepare(QUERY).all() as unknown as Row[]) {
      const plaintext = await open(row.sealed, row, opener);
      const { rowId, client, version } = row;
      rows.set(rowId, [
        ...(rows.get(rowId) ?? []),
        { rowId, client, version, final: row.final === 1, plaintext },
      ]);
    }
    return { integrity, rows };
  } finally {
    database.close();
  }
}

function fileOf(persistTo: string): string {
  const folder = path.join(stateFolder(persistTo), "d1", "miniflare-D1DatabaseObject");
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite");
  if (file === undefined) throw new Error("there is no local database");
  return path.join(folder, file);
}
