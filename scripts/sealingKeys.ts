/**
 * The keys that answers are sealed to. `round.key` gives the first; `key rotate` adds `round-2.key`, `round-3.key`, …, and
 * new answers are sealed to the last. Codes and row ids come from `round.key` for the whole round, so letters stay good.
 */
import { deriveKeys } from "#db/keys.ts";
import type { PrivateKey } from "#db/suite.ts";
import { CliError } from "./errors.ts";
import { readJournal } from "./journal.ts";
import { fingerprint, readKeyFile, readRoundKey, ROUND_KEY_FILE } from "./keys.ts";
import type { Run } from "./run.ts";

const FURTHER_KEY = /^round-([2-9])\.key$/;

export interface SealingKey {
  /** Name in the round folder. */
  file: string;
  fingerprint: string;
  publicKey: string;
  keyId: string;
  privateKey: PrivateKey;
}

export interface SealingKeys {
  all: readonly SealingKey[];
  /** New answers are sealed to this one. */
  current: SealingKey;
  privateKeyOf(keyId: string): PrivateKey | null;
}

/** Names of the round's keys, the first first. */
export const keyFiles = async (run: Run): Promise<string[]> => [
  ROUND_KEY_FILE,
  ...(await run.list(".")).filter((name) => FURTHER_KEY.test(name)),
];

/** The name of the key that `key rotate` makes next, or `null` after nine. */
export async function nextKeyFile(run: Run): Promise<string | null> {
  const next = `round-${(await keyFiles(run)).length + 1}.key`;
  return FURTHER_KEY.test(next) ? next : null;
}

/** The 32 bytes of one of the round's keys. @throws CliError when it is missing or is no key. */
export async function readAnyKey(run: Run, file: string): Promise<Uint8Array> {
  if (file === ROUND_KEY_FILE) return readRoundKey(run);
  return readKeyFile(run, file, `Put ${file} back, or run \`npx borgersvar key restore <round>\`.`);
}

/** Fingerprints by file of every key the journal has seen made. */
export async function madeKeys(run: Run): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const line of await readJournal(run)) {
    const { rotatedTo } = line;
    if (line.keys["round"] !== undefined && !made.has(ROUND_KEY_FILE))
      made.set(ROUND_KEY_FILE, line.keys["round"]);
    if (typeof rotatedTo !== "object" || rotatedTo === null) continue;
    if ("file" in rotatedTo && "fingerprint" in rotatedTo)
      made.set(String(rotatedTo.file), String(rotatedTo.fingerprint));
  }
  return made;
}

/** @throws CliError when a key that the round has made is missing. */
export async function readSealingKeys(run: Run): Promise<SealingKeys> {
  const files = await keyFiles(run);
  const lost = [...(await madeKeys(run)).keys()].find((file) => !files.includes(file));
  if (lost !== undefined) {
    throw new CliError({
      what: "the round has sealed answers to a key that is not here",
      where: run.path(lost),
      how: "Put it back, or type its paper copy: `npx borgersvar key restore <round>`.",
    });
  }
  const all: SealingKey[] = [];
  for (const file of files) {
    const key = await readAnyKey(run, file);
    const { publicKey, keyId, privateKey } = await deriveKeys(key);
    all.push({ file, fingerprint: fingerprint(key), publicKey, keyId, privateKey });
  }
  const current = all.at(-1);
  if (!current) throw new RangeError("keyFiles names round.key at least");
  return {
    all,
    current,
    privateKeyOf: (keyId) => all.find((key) => key.keyId === keyId)?.privateKey ?? null,
  };
}
