import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { answers, respondent } from "../schema.ts";
import type { SealedAnswers } from "./sealedAnswers.ts";
import { standingQuery } from "./standing.ts";
import { mayAnswer, NOT_OLDER, upsertAnswers } from "./upsertAnswers.ts";

export type FinalOutcome =
  /** These answers count, or newer ones that the same client has sent. */
  | "stored"
  /** Another client has sent before: its answers count. */
  | "submitted"
  | "unknown"
  | "withdrawn";

/**
 * Takes final answers in one batch (a transaction): the first final wins over every draft, its own client's included; the
 * client that sent it may send it again or newer; everybody else changes nothing. Drafts are deleted, for they no longer count.
 * @param on the day, YYYY-MM-DD in Europe/Copenhagen
 */
export async function submitFinal(db: Database, final: SealedAnswers, on: string): Promise<FinalOutcome> {
  const { rowId, client } = final;
  const nothingSent = isNull(respondent.submittedOn);
  const sentByThisClient = eq(respondent.submittedBy, client);
  const { orm, retry } = db.of(rowId);
  const submitter = orm
    .select({ client: respondent.submittedBy })
    .from(respondent)
    .where(eq(respondent.rowId, rowId));

  const [, , , [standing]] = await retry(() =>
    orm.batch([
      upsertAnswers({ orm }, final, {
        insert: or(nothingSent, sentByThisClient),
        replace: sql`(${NOT_OLDER} or (${submitter}) is null)`,
      }),
      orm
        .update(respondent)
        .set({ submittedOn: on, submittedBy: client })
        .where(and(mayAnswer(final), nothingSent)),
      orm.delete(answers).where(and(eq(answers.rowId, rowId), ne(answers.client, sql`(${submitter})`))),
      standingQuery({ orm }, final),
    ]),
  );
  if (!standing) return "unknown";
  if (standing.withdrawnOn !== null) return "withdrawn";
  return standing.submittedBy === client ? "stored" : "submitted";
}
