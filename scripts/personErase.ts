/**
 * `person erase` and `person opt-out`. The wish is written down first: if the machine dies between it and the deed, the
 * next command does it. So does every command after a restored backup.
 */
import type { CommandResult } from "./command.ts";
import { CliError } from "./errors.ts";
import { applyErasures, applyInDatabase } from "./person/erasures.ts";
import { personCommand, type Request } from "./person/command.ts";
import { addWishes, ERASURES_FILE, type WishKind } from "./person/wishes.ts";
import type { Run } from "./run.ts";
import { databaseName, withDatabase } from "./status/database.ts";

const RESULTS = "results/results.json";

async function confirm(run: Run, { person }: Request): Promise<void> {
  const answer = await run.effects.ask(
    `This deletes the answers of ${person.respondent} for good.\nType the respondent number to go on:`,
  );
  if (answer?.trim() === person.respondent) return;
  throw new CliError({
    what:
      answer === null
        ? "nobody is at the keyboard to confirm"
        : "the number does not fit: nothing was erased",
    where: run.folder,
    how: "Run the command in a terminal and type the number, or give --yes.",
  });
}

/** Opens the database first: when it cannot be reached, nothing has been said to be done. @returns whether the wish is new */
async function recordAndApply(
  run: Run,
  { person: { respondent }, remote }: Request,
  wish: WishKind,
): Promise<boolean> {
  return withDatabase(run, remote, async (db) => {
    const added = await addWishes(run, [{ respondent, wish }]);
    await run.commit();
    await applyInDatabase(run, db);
    return added > 0;
  });
}

async function erase(run: Run, request: Request): Promise<CommandResult> {
  const { respondent } = request.person;
  const isNew = await recordAndApply(run, request, "erased");
  const { rows, deleted } = await applyErasures(run);
  return {
    lines: [
      isNew
        ? `The answers of ${respondent} are erased in ${databaseName(run, request.remote)}: no new ones are taken, and no letter is sent.`
        : `${respondent} was erased before; it was done again.`,
      `${rows} rows were cut from the tables in ${run.path("answers")}.`,
      ...(deleted.length > 0 ? [`Deleted, to be made again without them: ${deleted.join(", ")}`] : []),
      ...((await run.exists(RESULTS))
        ? [
            "Results that are published stay as they are: they name nobody. Run estimate again before the next ones.",
          ]
        : []),
      "The extract, the frame and the identities are the municipality's and stay until `purge --stage identities`.",
      `Keep a copy of ${run.path(ERASURES_FILE)} apart from other backups: it does this again after a restore.`,
    ],
    data: { respondent, act: "erase", rows, deleted },
  };
}

export const personEraseCommand = personCommand({
  act: "erase",
  summary: "Erase what one citizen has answered, for good, in the database and in the round's files",
  example: "npx borgersvar person erase rounds/2027-q2 --cpr",
  options: [{ flags: "--yes", description: "do not ask" }],
  work: async (run, request, options) => {
    if (options["yes"] !== true) await confirm(run, request);
    return erase(run, request);
  },
});

export const personOptOutCommand = personCommand({
  act: "opt-out",
  summary: "Send one citizen no more letters; what is answered stays",
  example: "npx borgersvar person opt-out rounds/2027-q2 --code",
  work: async (run, request) => {
    const { respondent } = request.person;
    await recordAndApply(run, request, "no_reminders");
    return {
      lines: [`${respondent} gets no more letters or text messages from this round.`],
      data: { respondent, act: "opt-out" },
    };
  },
});
