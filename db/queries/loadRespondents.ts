import { sql } from "drizzle-orm";
import type { Database, Shard } from "../database.ts";
import { respondent } from "../schema.ts";
import type { RespondentKey } from "./optOut.ts";

/** Rows a statement: about 600 kB of JSON in one parameter, where D1 takes 2 MB a value. */
const ROWS_A_STATEMENT = 10_000;

/**
 * Adds respondents; those that are there already stay as they are, so it can be run again.
 * @returns how many were added
 */
export async function loadRespondents(db: Database, keys: readonly RespondentKey[]): Promise<number> {
  let added = 0;
  for (const shard of db.shards) {
    const own = keys.filter(({ rowId }) => db.of(rowId) === shard);
    for (let start = 0; start < own.length; start += ROWS_A_STATEMENT)
      added += await insert(shard, own.slice(start, start + ROWS_A_STATEMENT));
  }
  return added;
}

async function insert({ orm, retry }: Shard, keys: readonly RespondentKey[]): Promise<number> {
  const rows = JSON.stringify(keys.map(({ rowId, municipality }) => [rowId, municipality]));
  const result = await retry(() =>
    orm.run(sql`
      insert into ${respondent} (row_id, municipality)
      select value ->> 0, value ->> 1 from json_each(${rows}) where true
      on conflict do nothing`),
  );
  return result.meta.changes;
}
