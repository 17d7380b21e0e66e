import { asc, eq, sql } from "drizzle-orm";
import type { Database, Shard } from "../database.ts";
import { answers, respondent } from "../schema.ts";
import type { SealedAnswers } from "./sealedAnswers.ts";

/** At most 4.4 MB a page, commonly 140 kB. */
const ROWS_A_PAGE = 100;

export interface StoredSealedAnswers extends SealedAnswers {
  /** True for the answers that were sent. */
  final: boolean;
}

/** All sealed answers, each database in the order of row id and client, read page by page: a respondent's rows come together. */
export async function* listSealed(
  db: Database,
  rowsAPage = ROWS_A_PAGE,
): AsyncGenerator<StoredSealedAnswers> {
  for (const shard of db.shards) yield* listShard(shard, rowsAPage);
}

async function* listShard(shard: Shard, rowsAPage: number): AsyncGenerator<StoredSealedAnswers> {
  let after = { rowId: "", client: "" };
  for (;;) {
    const page = await shard.retry(() => readPage(shard, after, rowsAPage));
    for (const { final, ...row } of page) yield { ...row, final: final === 1 };
    const last = page.at(-1);
    if (!last || page.length < rowsAPage) return;
    after = { rowId: last.rowId, client: last.client };
  }
}

const readPage = (shard: Shard, after: { rowId: string; client: string }, limit: number) =>
  shard.orm
    .select({
      rowId: answers.rowId,
      client: answers.client,
      version: answers.version,
      keyId: answers.keyId,
      questionnaire: answers.questionnaire,
      sealed: answers.sealed,
      municipality: respondent.municipality,
      final: sql<number>`${respondent.submittedBy} is ${answers.client}`,
    })
    .from(answers)
    .innerJoin(respondent, eq(respondent.rowId, answers.rowId))
    .where(sql`(${answers.rowId}, ${answers.client}) > (${after.rowId}, ${after.client})`)
    .orderBy(asc(answers.rowId), asc(answers.client))
    .limit(limit);
