/** `key backup`: shows the paper copy of the round key again. It is written to a file only when one is named. */
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { commitFiles, stageFile } from "./io/atomic.ts";
import { fingerprint } from "./keys.ts";
import { numberedLines } from "./paperCopy.ts";
import type { Run } from "./run.ts";
import { keyFiles, readAnyKey } from "./sealingKeys.ts";

async function writeCopy(run: Run, target: string, lines: readonly string[]): Promise<void> {
  const relative = path.relative(run.folder, target);
  const inside = relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
  if (inside || (await stat(target).catch(() => null))) {
    throw new CliError({
      what: inside
        ? "a copy in the round folder is lost together with the key"
        : "there is such a file already",
      where: target,
      how: "Name a new file outside the round folder, on a medium that you keep apart.",
    });
  }
  await commitFiles([await stageFile(target, `${lines.join("\n")}\n`)]);
}

async function backup(run: Run, options: OptionValues): Promise<CommandResult> {
  const keys: { file: string; key: Uint8Array }[] = [];
  for (const file of await keyFiles(run)) keys.push({ file, key: await readAnyKey(run, file) });
  const lines = keys.flatMap(({ file, key }) => [
    `Paper copy of ${file}, fingerprint ${fingerprint(key)}`,
    ...numberedLines(key),
  ]);
  const out = options["out"];
  if (typeof out === "string") await writeCopy(run, path.resolve(out), lines);
  await run.commit();
  const next = `Type it back from the paper: npx borgersvar key verify ${run.folder}`;
  return {
    lines: typeof out === "string" ? [`Written to ${path.resolve(out)}`, next] : [...lines, "", next],
    data: {
      keys: keys.map(({ file, key }) => ({ file, key: fingerprint(key) })),
      written: typeof out === "string" ? path.resolve(out) : null,
    },
  };
}

export const keyBackupCommand: Command = {
  name: "key backup",
  summary: "Show the paper copy of the round key",
  example: "npx borgersvar key backup rounds/2027-q2",
  options: [{ flags: "--out <file>", description: "write it to a file outside the round folder instead" }],
  run: backup,
};
