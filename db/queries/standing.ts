/** Where a respondent and one of the respondent's drafts stand: what decides an answer other than "stored". */
import { and, eq, ne, sql } from "drizzle-orm";
import type { Database, Shard } from "../database.ts";
import { answers, respondent } from "../schema.ts";

export interface Standing {
  municipality: string;
  submittedBy: string | null;
  withdrawnOn: string | null;
  /** Version of this client's stored answers; `null` when it has none. */
  storedVersion: number | null;
  /** Drafts of other clients. */
  otherDrafts: number;
}

/** The standing, or `null` when nobody in this municipality has the row id. */
export async function findStanding(
  db: Database,
  key: { rowId: string; municipality: string; client: string },
): Promise<Standing | null> {
  const shard = db.of(key.rowId);
  const [standing] = await shard.retry(() => standingQuery(shard, key));
  return standing ?? null;
}

/** The query of {@link findStanding}, for a batch. */
export function standingQuery(
  { orm }: Pick<Shard, "orm">,
  key: { rowId: string; municipality: string; client: string },
) {
  const stored = orm
    .select({ version: answers.version })
    .from(answers)
    .where(and(eq(answers.rowId, key.rowId), eq(answers.client, key.client)));
  const others = orm
    .select({ n: sql`count(*)` })
    .from(answers)
    .where(and(eq(answers.rowId, key.rowId), ne(answers.client, key.client)));
  return orm
    .select({
      municipality: respondent.municipality,
      submittedBy: respondent.submittedBy,
      withdrawnOn: respondent.withdrawnOn,
      storedVersion: sql<number | null>`(${stored})`,
      otherDrafts: sql<number>`(${others})`,
    })
    .from(respondent)
    .where(and(eq(respondent.rowId, key.rowId), eq(respondent.municipality, key.municipality)));
}
