import { and, eq, exists, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { answers, respondent } from "../schema.ts";

export interface RespondentKey {
  rowId: string;
  municipality: string;
}

const isRespondent = ({ rowId, municipality }: RespondentKey) =>
  and(eq(respondent.rowId, rowId), eq(respondent.municipality, municipality));

/**
 * No more reminders; the first day is kept. Never blocks answering.
 * @param on the day, YYYY-MM-DD in Europe/Copenhagen
 * @returns false when nobody in this municipality has the row id
 */
export async function optOut(db: Database, key: RespondentKey, on: string): Promise<boolean> {
  const shard = db.of(key.rowId);
  const found = await shard.retry(() =>
    shard.orm
      .update(respondent)
      .set({ noRemindersOn: sql`coalesce(${respondent.noRemindersOn}, ${on})` })
      .where(isRespondent(key))
      .returning({ rowId: respondent.rowId }),
  );
  return found.length > 0;
}

/**
 * Withdraws: deletes the answers, final and drafts, for good, and no more reminders. What arrives late revives nothing.
 * @param on the day, YYYY-MM-DD in Europe/Copenhagen
 * @returns false when nobody in this municipality has the row id
 */
export async function withdraw(db: Database, key: RespondentKey, on: string): Promise<boolean> {
  const { orm, retry } = db.of(key.rowId);
  const known = orm.select({ rowId: respondent.rowId }).from(respondent).where(isRespondent(key));
  const [found] = await retry(() =>
    orm.batch([
      orm
        .update(respondent)
        .set({
          withdrawnOn: sql`coalesce(${respondent.withdrawnOn}, ${on})`,
          noRemindersOn: sql`coalesce(${respondent.noRemindersOn}, ${on})`,
          submittedOn: null,
          submittedBy: null,
        })
        .where(isRespondent(key))
        .returning({ rowId: respondent.rowId }),
      orm.delete(answers).where(and(eq(answers.rowId, key.rowId), exists(known))),
    ]),
  );
  return found.length > 0;
}
