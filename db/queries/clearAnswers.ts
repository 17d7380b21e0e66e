import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { answers, respondent } from "../schema.ts";

/** Deletes what one respondent has stored, as if nothing had been answered: for the canary alone. */
export async function clearAnswers(db: Database, rowId: string): Promise<void> {
  const { orm, retry } = db.of(rowId);
  await retry(() =>
    orm.batch([
      orm.delete(answers).where(eq(answers.rowId, rowId)),
      orm.update(respondent).set({ submittedOn: null, submittedBy: null }).where(eq(respondent.rowId, rowId)),
    ]),
  );
}
