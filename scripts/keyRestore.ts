/** `key restore`: a lost key comes back from its paper copy. A key that is there is never written over. */
import { isDeepStrictEqual } from "node:util";
import { deriveKeys } from "#db/keys.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { fingerprint, keyText, ROUND_KEY_FILE } from "./keys.ts";
import { EDGE_FILE, readEdge } from "./publish/publicKey.ts";
import type { Run } from "./run.ts";
import { keyFiles, madeKeys, readAnyKey } from "./sealingKeys.ts";
import { readTypedCopy } from "./typedCopy.ts";

/** The file that held the key with this fingerprint; `round.key` where neither journal nor edge.json says otherwise. */
async function placeOf(run: Run, key: Uint8Array, where: string): Promise<string> {
  const made = await madeKeys(run);
  const file = [...made].find(([, print]) => print === fingerprint(key))?.[0];
  if (file !== undefined) return file;
  const published = (await run.exists(EDGE_FILE)) ? (await readEdge(run)).publicKey : null;
  const { publicKey } = await deriveKeys(key);
  if (made.size === 0 && (published === null || published === publicKey)) return ROUND_KEY_FILE;
  throw new CliError({
    what: `the copy is right in itself but of no key of this round (fingerprint ${fingerprint(key)})`,
    where,
    how:
      made.size > 0
        ? `This round has used ${[...made.values()].join(" and ")}: look for the paper that names it.`
        : `This round was published with another key: look for the paper of the round in ${EDGE_FILE}.`,
  });
}

async function restore(run: Run, options: OptionValues): Promise<CommandResult> {
  const copy = typeof options["copy"] === "string" ? options["copy"] : null;
  const { key, where } = await readTypedCopy(run, copy);
  const file = await placeOf(run, key, where);
  const there = (await run.exists(file)) && (await keyFiles(run)).includes(file);
  if (there && !isDeepStrictEqual(await readAnyKey(run, file), key)) {
    throw new CliError({
      what: "another key is there, and is not written over",
      where: run.path(file),
      how: "Find out which answers it opens; move it away yourself, then run this again.",
    });
  }
  if (!there) await run.write(file, keyText(key));
  run.note("restored", { file, fingerprint: fingerprint(key) });
  run.note("verifiedCopyOf", fingerprint(key));
  await run.commit();
  return {
    lines: [
      there
        ? `${run.path(file)} was there already, and the copy gives the same key.`
        : `${run.path(file)} is back, fingerprint ${fingerprint(key)}.`,
    ],
    data: { file, key: fingerprint(key), restored: !there },
  };
}

export const keyRestoreCommand: Command = {
  name: "key restore",
  summary: "Bring a lost key back from its paper copy",
  example: "npx borgersvar key restore rounds/2027-q2 --copy paper.txt",
  options: [{ flags: "--copy <file>", description: "read the typed copy from a file" }],
  run: restore,
};
