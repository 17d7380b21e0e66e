/** The round's database for the length of one piece of work: the local one in `d1/`, or the deployed one. */
import type { Database } from "#db/database.ts";
import { CliError } from "../errors.ts";
import { openDatabase } from "../io/d1.ts";
import { applyInDatabase } from "../person/erasures.ts";
import { readRound } from "../round.ts";
import type { Run } from "../run.ts";

const DATABASE_FOLDER = "d1";

/** How the database is called in messages. */
export const databaseName = (run: Run, remote: boolean): string =>
  remote ? "the deployed database" : run.path(DATABASE_FOLDER);

/** Whoever works with it finds what citizens have asked for done. @throws CliError when there is no local database yet. */
export async function withDatabase<T>(
  run: Run,
  remote: boolean,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  if (!remote && !(await run.exists(DATABASE_FOLDER))) {
    throw new CliError({
      what: "the round has no local database",
      where: run.path(DATABASE_FOLDER),
      how: "Run `npx borgersvar publish <round>`, or give --remote for the deployed database.",
    });
  }
  const { databases } = await readRound(run);
  const { db, close } = await openDatabase({ persistTo: run.path(DATABASE_FOLDER), remote, databases });
  try {
    await applyInDatabase(run, db);
    return await work(db);
  } finally {
    await close();
  }
}
