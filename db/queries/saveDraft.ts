import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { answers, respondent } from "../schema.ts";
import type { SealedAnswers } from "./sealedAnswers.ts";
import { findStanding } from "./standing.ts";
import { NOT_OLDER, upsertAnswers } from "./upsertAnswers.ts";

/** Drafts that one respondent may have at a time. */
export const MAXIMUM_CLIENTS = 8;

export type DraftOutcome =
  | "stored"
  /** This client's stored draft is newer: nothing is lost by leaving this one. */
  | "older"
  | "unknown"
  | "withdrawn"
  | "submitted"
  | "too_many";

/**
 * Stores a draft while the respondent is known, the municipality fits, nothing is sent or withdrawn, this client's stored
 * version is not newer, and there are at most 8 clients: one guarded statement. Why it was not stored is read afterwards.
 */
export async function saveDraft(db: Database, draft: SealedAnswers): Promise<DraftOutcome> {
  const shard = db.of(draft.rowId);
  const otherClients = shard.orm
    .select({ n: sql`count(*)` })
    .from(answers)
    .where(and(eq(answers.rowId, draft.rowId), ne(answers.client, draft.client)));
  const stored = await shard.retry(() =>
    upsertAnswers(shard, draft, {
      insert: and(isNull(respondent.submittedOn), sql`(${otherClients}) < ${MAXIMUM_CLIENTS}`),
      replace: NOT_OLDER,
    }),
  );
  return stored.length > 0 ? "stored" : reason(db, draft);
}

async function reason(db: Database, draft: SealedAnswers): Promise<Exclude<DraftOutcome, "stored">> {
  const standing = await findStanding(db, draft);
  if (!standing) return "unknown";
  if (standing.withdrawnOn !== null) return "withdrawn";
  if (standing.submittedBy !== null) return "submitted";
  return standing.storedVersion === null ? "too_many" : "older";
}
