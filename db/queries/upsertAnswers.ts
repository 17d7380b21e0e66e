import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { Shard } from "../database.ts";
import { answers, respondent } from "../schema.ts";
import type { SealedAnswers } from "./sealedAnswers.ts";

/** The condition that a respondent is known, the municipality fits and nothing is withdrawn. */
export const mayAnswer = ({ rowId, municipality }: { rowId: string; municipality: string }) =>
  and(eq(respondent.rowId, rowId), eq(respondent.municipality, municipality), isNull(respondent.withdrawnOn));

/**
 * Puts answers in the place of this client's stored ones in one guarded statement; a row comes back when it did.
 * @param rules `insert`: when the respondent takes them; `replace`: when they may replace what the client has stored.
 */
export function upsertAnswers(
  { orm }: Pick<Shard, "orm">,
  sealed: SealedAnswers,
  rules: { insert: SQL | undefined; replace: SQL },
) {
  const row = orm
    .select({
      rowId: respondent.rowId,
      client: sql`${sealed.client}`.as("client"),
      version: sql`${sealed.version}`.as("version"),
      keyId: sql`${sealed.keyId}`.as("key_id"),
      questionnaire: sql`${sealed.questionnaire}`.as("questionnaire"),
      sealed: sql`${sealed.sealed}`.as("sealed"),
    })
    .from(respondent)
    .where(and(mayAnswer(sealed), rules.insert));
  return orm
    .insert(answers)
    .select(row)
    .onConflictDoUpdate({
      target: [answers.rowId, answers.client],
      set: {
        version: sql`excluded.version`,
        keyId: sql`excluded.key_id`,
        questionnaire: sql`excluded.questionnaire`,
        sealed: sql`excluded.sealed`,
      },
      setWhere: rules.replace,
    })
    .returning({ version: answers.version });
}

/** What is stored of this client is not newer. */
export const NOT_OLDER = sql`excluded.version >= ${answers.version}`;
