import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { answers, respondent } from "../schema.ts";
import type { StoredSealedAnswers } from "./listSealed.ts";

/** The sealed answers of one respondent, final or drafts, in the order of the clients. */
export async function listAnswersOf(db: Database, rowId: string): Promise<StoredSealedAnswers[]> {
  const { orm, retry } = db.of(rowId);
  const rows = await retry(() =>
    orm
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
      .where(eq(answers.rowId, rowId))
      .orderBy(asc(answers.client)),
  );
  return rows.map(({ final, ...row }) => ({ ...row, final: final === 1 }));
}
