/** The round's database, made when it is not there: the local one in `d1/`, or the deployed one. */
import { CliError } from "../errors.ts";
import { openDatabase, type OpenDatabase } from "../io/d1.ts";
import { readRound } from "../round.ts";
import type { Run } from "../run.ts";

export const DATABASE_FOLDER = "d1";

/** @throws CliError when the deployed database cannot be reached. Close it when done. */
export async function openRoundDatabase(run: Run, remote: boolean): Promise<OpenDatabase> {
  const { databases } = await readRound(run);
  try {
    return await openDatabase({ persistTo: run.path(DATABASE_FOLDER), remote, databases });
  } catch (error) {
    if (!remote || error instanceof CliError) throw error;
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new CliError({
      what: `the deployed database cannot be reached: ${reason}`,
      where: "wrangler.toml, [env.remote]",
      how: "Log in with `npx wrangler login`, make the database with `npx wrangler d1 create borgersvar --jurisdiction eu` and put its database_id in wrangler.toml.",
    });
  }
}
