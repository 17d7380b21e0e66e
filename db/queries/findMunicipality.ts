import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { respondent } from "../schema.ts";

/** Code of the municipality that asks the respondent with this row id, or `null` when there is none. */
export async function findMunicipality(db: Database, rowId: string): Promise<string | null> {
  const shard = db.of(rowId);
  const [found] = await shard.retry(() =>
    shard.orm
      .select({ municipality: respondent.municipality })
      .from(respondent)
      .where(eq(respondent.rowId, rowId)),
  );
  return found?.municipality ?? null;
}
