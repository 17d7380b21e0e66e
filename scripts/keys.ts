/** The two secrets of a round folder: `round.key` opens the answers, `draw.key` decides the draw. */
import { createHash } from "node:crypto";
import { CliError } from "./errors.ts";
import type { Run } from "./run.ts";

export const ROUND_KEY_FILE = "round.key";
export const DRAW_KEY_FILE = "draw.key";
export const KEY_BYTES = 32;

/** The first 16 hex digits of SHA-256 of the key: names the key and gives nothing of it away. */
export const fingerprint = (key: Uint8Array): string =>
  createHash("sha256").update(key).digest("hex").slice(0, 16);

/** A key as its file holds it: base64url and a line feed. */
export const keyText = (key: Uint8Array): string => `${Buffer.from(key).toString("base64url")}\n`;

/** The 32 bytes in the text of a key file, or `null` when it is none. */
export function parseKeyText(text: string): Uint8Array | null {
  const symbols = text.trim();
  if (!/^[A-Za-z0-9_-]{43}$/.test(symbols)) return null;
  const key = new Uint8Array(Buffer.from(symbols, "base64url"));
  return keyText(key).trim() === symbols ? key : null;
}

/**
 * Reads a key file by its name in the round folder (or relative to it).
 * @throws CliError when it is missing or is no key; the message never shows what the file holds.
 */
export async function readKeyFile(run: Run, name: string, how: string): Promise<Uint8Array> {
  const key = parseKeyText(await run.readText(name, how));
  if (key) return key;
  throw new CliError({ what: "the file is not a key (43 base64url symbols)", where: run.path(name), how });
}

/** The 32 bytes of `round.key`; the journal will name its fingerprint. @throws CliError */
export async function readRoundKey(run: Run): Promise<Uint8Array> {
  const how = "Put the round's own round.key back. A new key cannot open answers sealed to the old one.";
  const key = await readKeyFile(run, ROUND_KEY_FILE, how);
  run.usedKey("round", fingerprint(key));
  return key;
}

/** The 32 bytes of `draw.key`; the journal will name its fingerprint. @throws CliError */
export async function readDrawKey(run: Run): Promise<Uint8Array> {
  const how = "Put the round's own draw.key back. Another key would draw other people.";
  const key = await readKeyFile(run, DRAW_KEY_FILE, how);
  run.usedKey("draw", fingerprint(key));
  return key;
}
