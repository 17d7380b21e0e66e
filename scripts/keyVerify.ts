/** `key verify`: a paper copy is typed back and compared with the round's keys; the journal remembers that it was right. */
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { fingerprint } from "./keys.ts";
import type { Run } from "./run.ts";
import { keyFiles, readAnyKey } from "./sealingKeys.ts";
import { readTypedCopy } from "./typedCopy.ts";

async function verify(run: Run, options: OptionValues): Promise<CommandResult> {
  const own = new Map<string, string>();
  for (const file of await keyFiles(run)) own.set(fingerprint(await readAnyKey(run, file)), file);
  const file = typeof options["copy"] === "string" ? options["copy"] : null;
  const { key, where } = await readTypedCopy(run, file);
  const typed = fingerprint(key);
  const verified = own.get(typed);
  if (verified === undefined) {
    throw new CliError({
      what: `the copy is right in itself but of another key (fingerprint ${typed})`,
      where,
      how: `This round's key has the fingerprint ${[...own.keys()].join(" or ")}: look for the paper that names it.`,
    });
  }
  run.note("verifiedCopyOf", typed);
  run.note("copyFrom", file === null ? "keyboard" : "file");
  await run.commit();
  return {
    lines: [`The copy is right: it gives ${verified}, fingerprint ${typed}.`],
    data: { roundKey: typed, file: verified, verified: true },
  };
}

export const keyVerifyCommand: Command = {
  name: "key verify",
  summary: "Type the paper copy of the round key back, and record that it is right",
  example: "npx borgersvar key verify rounds/2027-q2",
  options: [{ flags: "--copy <file>", description: "read the typed copy from a file" }],
  run: verify,
};
