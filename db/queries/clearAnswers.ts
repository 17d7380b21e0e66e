import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { answers, respondent } from "../schema.ts";

/** Deletes what one respondent has stored or wished, as if nothing had ever come: for the canary alone. */
export async function clearAnswers(db: Database, rowId: string): Promise<void> {
  const { orm, retry } = db.of(rowId);
  await retry(() =>
    orm.batch([
      orm.delete(answers).where(eq(answers.rowId, rowId)),
      orm
        .update(respondent)
        .set({ submittedOn: null, submittedBy: null, noRemindersOn: null, withdrawnOn: null })
        .where(eq(respondent.rowId, rowId)),
    ]),
  );
}
