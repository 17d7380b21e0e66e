import { isNull, sql } from "drizzle-orm";
import type { Database, Shard } from "../database.ts";
import { answers, respondent } from "../schema.ts";

/** A respondent's wish that stands, whatever a restored copy of the database says. */
export interface StandingWish {
  rowId: string;
  /** Day of the wish, YYYY-MM-DD in Europe/Copenhagen. */
  on: string;
}

const listed = (wishes: readonly StandingWish[]) =>
  sql`json_each(${JSON.stringify(wishes.map(({ rowId, on }) => [rowId, on]))})`;

/** Rows a statement: 600 kB of JSON in one parameter, where D1 takes 2 MB a value. */
const AT_A_TIME = 10_000;

/** Portions of the wishes with the database that each belongs to. */
function* portions(
  db: Database,
  wishes: readonly StandingWish[],
): Generator<{ shard: Shard; some: readonly StandingWish[] }> {
  for (const shard of db.shards) {
    const own = wishes.filter(({ rowId }) => db.of(rowId) === shard);
    for (let start = 0; start < own.length; start += AT_A_TIME)
      yield { shard, some: own.slice(start, start + AT_A_TIME) };
  }
}

/**
 * Deletes the answers of these respondents, final and drafts, for good: what `withdraw` does, for many and again.
 * Respondents who are withdrawn keep their day.
 * @returns how many answers were still there
 */
export async function eraseRespondents(db: Database, wishes: readonly StandingWish[]): Promise<number> {
  let deleted = 0;
  for (const { shard, some } of portions(db, wishes)) {
    const ids = sql`(select value ->> 0 from ${listed(some)})`;
    const day = sql`(select value ->> 1 from ${listed(some)} where value ->> 0 = ${respondent.rowId})`;
    const [, result] = await shard.retry(() =>
      shard.orm.batch([
        shard.orm
          .update(respondent)
          .set({
            withdrawnOn: sql`coalesce(${respondent.withdrawnOn}, ${day})`,
            noRemindersOn: sql`coalesce(${respondent.noRemindersOn}, ${day})`,
            submittedOn: null,
            submittedBy: null,
          })
          .where(sql`${respondent.rowId} in ${ids} and ${isNull(respondent.withdrawnOn)}`),
        shard.orm.delete(answers).where(sql`${answers.rowId} in ${ids}`),
      ]),
    );
    deleted += result.meta.changes;
  }
  return deleted;
}

/** No more reminders to these respondents; the first day is kept. */
export async function stopReminders(db: Database, wishes: readonly StandingWish[]): Promise<void> {
  for (const { shard, some } of portions(db, wishes)) {
    const day = sql`(select value ->> 1 from ${listed(some)} where value ->> 0 = ${respondent.rowId})`;
    await shard.retry(() =>
      shard.orm
        .update(respondent)
        .set({ noRemindersOn: day })
        .where(
          sql`${respondent.rowId} in (select value ->> 0 from ${listed(some)}) and ${isNull(respondent.noRemindersOn)}`,
        ),
    );
  }
}
