import { asc, eq, gt, sql } from "drizzle-orm";
import type { Database, Shard } from "../database.ts";
import { answers, respondent } from "../schema.ts";

const ROWS_A_PAGE = 5000;

export interface RespondentStatus {
  rowId: string;
  municipality: string;
  /** Days, YYYY-MM-DD in Europe/Copenhagen, or `null`. */
  submittedOn: string | null;
  noRemindersOn: string | null;
  withdrawnOn: string | null;
  /** Stored drafts, at most 8; 0 once something is sent. */
  drafts: number;
}

/** Every respondent, each database in the order of the row ids, read page by page. */
export async function* listStatus(db: Database, rowsAPage = ROWS_A_PAGE): AsyncGenerator<RespondentStatus> {
  for (const shard of db.shards) yield* listShard(shard, rowsAPage);
}

async function* listShard(shard: Shard, rowsAPage: number): AsyncGenerator<RespondentStatus> {
  let after = "";
  for (;;) {
    const page = await shard.retry(() => readPage(shard, after, rowsAPage));
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < rowsAPage) return;
    after = last.rowId;
  }
}

function readPage(shard: Shard, after: string, limit: number) {
  const drafts = shard.orm
    .select({ n: sql`count(*)` })
    .from(answers)
    .where(eq(answers.rowId, sql`${respondent}.row_id`));
  return shard.orm
    .select({
      rowId: respondent.rowId,
      municipality: respondent.municipality,
      submittedOn: respondent.submittedOn,
      noRemindersOn: respondent.noRemindersOn,
      withdrawnOn: respondent.withdrawnOn,
      drafts: sql<number>`iif(${respondent.submittedOn} is null, (${drafts}), 0)`,
    })
    .from(respondent)
    .where(gt(respondent.rowId, after))
    .orderBy(asc(respondent.rowId))
    .limit(limit);
}
