/** What the database knows of each person in the sample: sent, opted out, withdrawn, with their days. */
import type { Database } from "#db/database.ts";
import { isCanary } from "#db/canary.ts";
import { listStatus, type RespondentStatus } from "#db/queries/listStatus.ts";
import { CliError } from "../errors.ts";
import type { RowIndex } from "./rowIndex.ts";

export interface Standings {
  /** By respondent number. */
  known: ReadonlyMap<string, RespondentStatus>;
  /** Rows in the database that belong to nobody in the sample. */
  strangers: number;
}

export async function readStandings(db: Database, index: RowIndex): Promise<Standings> {
  const known = new Map<string, RespondentStatus>();
  let strangers = 0;
  for await (const status of listStatus(db)) {
    const respondent = index.get(status.rowId);
    if (respondent === undefined) strangers += 1;
    else if (!isCanary(respondent)) known.set(respondent, status);
  }
  return { known, strangers };
}

/** @throws CliError when somebody is not in the database: nobody can say whether that person has answered. */
export function requireKnown(
  known: Standings["known"],
  respondents: readonly string[],
  database: string,
): void {
  const unknown = respondents.filter((respondent) => !known.has(respondent));
  if (unknown.length === 0) return;
  const examples = unknown.slice(0, 3).join(", ");
  throw new CliError({
    what: `${unknown.length} of ${respondents.length} people in the sample are not in the database (${examples}${unknown.length > 3 ? ", …" : ""})`,
    where: database,
    how: "Run `npx borgersvar publish <round>` (with --remote for the deployed database); is it the round.key of this round?",
  });
}
