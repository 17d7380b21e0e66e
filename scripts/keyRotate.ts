/**
 * `key rotate`: another key for the answers that come from now on, when the one in use may have been seen. What was sealed
 * before still opens with its own key; codes and letters stay as they are.
 */
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { fingerprint, KEY_BYTES, keyText } from "./keys.ts";
import { numberedLines } from "./paperCopy.ts";
import type { Run } from "./run.ts";
import { nextKeyFile, readSealingKeys } from "./sealingKeys.ts";

async function confirm(run: Run, file: string): Promise<void> {
  const answer = await run.effects.ask(
    `From the next publish on, answers are sealed to ${file}; it needs a paper copy of its own. Go on? (yes)`,
  );
  if (answer?.trim().toLowerCase() === "yes") return;
  throw new CliError({
    what: answer === null ? "nobody is at the keyboard to confirm" : "no key was made",
    where: run.folder,
    how: "Run the command in a terminal and type yes, or give --yes.",
  });
}

async function rotate(run: Run, options: OptionValues): Promise<CommandResult> {
  const { all } = await readSealingKeys(run);
  const file = await nextKeyFile(run);
  if (file === null) {
    throw new CliError({
      what: `the round has ${all.length} keys already`,
      where: run.folder,
      how: "Find out how keys get away from you before you make another one.",
    });
  }
  if (options["yes"] !== true) await confirm(run, file);
  const key = run.effects.random(KEY_BYTES);
  await run.write(file, keyText(key));
  run.note("rotatedTo", { file, fingerprint: fingerprint(key) });
  await run.commit();
  return {
    lines: [
      `${file} is made. Write this down on paper now, beside the copies of the other keys, which stay in force.`,
      ...numberedLines(key),
      `  fingerprint ${fingerprint(key)}`,
      "",
      `1. Type it back:        npx borgersvar key verify ${run.folder}`,
      `2. Put it to work:      npx borgersvar publish ${run.folder}; npx borgersvar site ${run.folder}; deploy`,
      `3. See that it works:   npx borgersvar canary ${run.folder} (with --remote for the deployed Worker)`,
    ],
    data: { file, key: fingerprint(key), keys: all.length + 1 },
  };
}

export const keyRotateCommand: Command = {
  name: "key rotate",
  summary: "Seal the answers to come to another key",
  example: "npx borgersvar key rotate rounds/2027-q2",
  options: [{ flags: "--yes", description: "do not ask" }],
  run: rotate,
};
