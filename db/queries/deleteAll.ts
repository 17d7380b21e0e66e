import { inArray, sql } from "drizzle-orm";
import type { Database, Shard } from "../database.ts";
import { answers, respondent } from "../schema.ts";

/** Rows a statement, so that none takes D1's 30 seconds. */
const ROWS_A_STATEMENT = 10_000;

export interface DeletedCounts {
  respondents: number;
  answers: number;
}

/** Empties the database. Answers that arrive meanwhile go with their respondents. */
export async function deleteAll(db: Database): Promise<DeletedCounts> {
  const deleted = { respondents: 0, answers: 0 };
  for (const shard of db.shards) {
    deleted.answers += await empty(shard, answers);
    deleted.respondents += await empty(shard, respondent);
  }
  return deleted;
}

async function empty(shard: Shard, table: typeof answers | typeof respondent): Promise<number> {
  let deleted = 0;
  for (;;) {
    const some = sql`(select rowid from ${table} limit ${ROWS_A_STATEMENT})`;
    const result = await shard.retry(() => shard.orm.delete(table).where(inArray(sql`rowid`, some)));
    if (result.meta.changes === 0) return deleted;
    deleted += result.meta.changes;
  }
}
