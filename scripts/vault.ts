/**
 * The files of a round that name people, encrypted at rest with age when `recipients.txt` stands in the round folder:
 * `sample/identities.csv` and `frame/frame.csv`, which then are `….csv.age`. Whoever writes them needs the recipients
 * only; whoever reads them needs an identity, or the passphrase that `identity.age` is locked with.
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Decrypter, Encrypter } from "age-encryption";
import { CliError, systemErrorCode } from "./errors.ts";
import type { Effects } from "./effects.ts";

export const RECIPIENTS_FILE = "recipients.txt";
/** An age identity, locked with a passphrase. */
export const LOCKED_IDENTITY_FILE = "identity.age";
export const ENCRYPTED_FILES: ReadonlySet<string> = new Set(["sample/identities.csv", "frame/frame.csv"]);
/** Stands behind the name of a file that is encrypted. */
export const SUFFIX = ".age";

/** Files that open what is encrypted; without either the passphrase is asked for. */
export interface Unlock {
  /** A file with age identities (`AGE-SECRET-KEY-1…`), as `age-keygen` writes it. */
  identityFile?: string;
  /** A file whose first line is the passphrase of `identity.age`. */
  passphraseFile?: string;
}

const absent = (error: unknown): null => {
  if (systemErrorCode(error) === "ENOENT") return null;
  throw error;
};

/** The lines of a file of age recipients or identities; comments begin with #. */
export const ageLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

export class Vault {
  readonly #folder: string;
  readonly #effects: Pick<Effects, "ask">;
  readonly #unlock: Unlock;
  #identities: Promise<readonly string[]> | undefined;

  constructor(folder: string, effects: Pick<Effects, "ask">, unlock: Unlock) {
    this.#folder = folder;
    this.#effects = effects;
    this.#unlock = unlock;
  }

  #path(name: string): string {
    return path.join(this.#folder, name);
  }

  async #recipients(): Promise<readonly string[] | null> {
    const text = await readFile(this.#path(RECIPIENTS_FILE), "utf8").catch(absent);
    return text === null ? null : ageLines(text);
  }

  /** The name under which a file of the round stands on the disk when it is written now. */
  async nameToWrite(name: string): Promise<string> {
    return ENCRYPTED_FILES.has(name) && (await this.#recipients()) !== null ? name + SUFFIX : name;
  }

  /** The name under which it stands. Where both do, `identities encrypt` was interrupted: recipients are its last step. */
  async nameToRead(name: string): Promise<string> {
    if (!ENCRYPTED_FILES.has(name)) return name;
    const [first, second] =
      (await this.#recipients()) === null ? [name, name + SUFFIX] : [name + SUFFIX, name];
    return (await stat(this.#path(first)).catch(absent)) === null ? second : first;
  }

  /** The bytes as they are written under `nameToWrite`. @throws CliError when a recipient is none. */
  async toWrite(name: string, data: Uint8Array | string): Promise<Uint8Array | string> {
    const recipients = ENCRYPTED_FILES.has(name) ? await this.#recipients() : null;
    return recipients === null ? data : encryptTo(recipients, data, this.#path(RECIPIENTS_FILE));
  }

  /** The bytes that stand under `nameToRead`, opened. @throws CliError when nothing at hand opens them. */
  async opened(name: string, data: Uint8Array): Promise<Uint8Array> {
    if (!name.endsWith(SUFFIX)) return data;
    const decrypter = new Decrypter();
    for (const identity of await (this.#identities ??= this.#readIdentities()))
      decrypter.addIdentity(identity);
    try {
      return await decrypter.decrypt(data);
    } catch {
      throw new CliError({
        what: "the file does not open with this identity, or it is damaged",
        where: this.#path(name),
        how: `Give --identity-file the identity of one of the recipients in ${RECIPIENTS_FILE}, or put back the file from your backup.`,
      });
    }
  }

  async #readIdentities(): Promise<readonly string[]> {
    const { identityFile } = this.#unlock;
    if (identityFile !== undefined) return identitiesOf(await readSecret(identityFile), identityFile);
    const locked = await readFile(this.#path(LOCKED_IDENTITY_FILE)).catch(absent);
    if (locked !== null) return this.#unlocked(locked);
    throw new CliError({
      what: "what names people is encrypted, and no identity is given",
      where: this.#folder,
      how: "Give --identity-file <file> with the identity of one of the recipients, or set BORGERSVAR_IDENTITY_FILE.",
    });
  }

  async #unlocked(locked: Uint8Array): Promise<readonly string[]> {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(await this.#passphrase());
    const text = await decrypter.decrypt(locked, "text").catch(() => {
      throw new CliError({
        what: "the passphrase does not open the identity",
        where: this.#path(LOCKED_IDENTITY_FILE),
        how: "Type it again, or give the right file with --passphrase-file.",
      });
    });
    return identitiesOf(text, this.#path(LOCKED_IDENTITY_FILE));
  }

  async #passphrase(): Promise<string> {
    const { passphraseFile } = this.#unlock;
    const typed =
      passphraseFile === undefined
        ? await this.#effects.ask("Passphrase of what names people:", { hidden: true })
        : (await readSecret(passphraseFile)).split(/\r?\n/)[0];
    if (typed !== null && typed !== undefined && typed !== "") return typed;
    throw new CliError({
      what: "what names people is encrypted, and there is no passphrase",
      where: this.#path(LOCKED_IDENTITY_FILE),
      how: "Run the command in a terminal and type it, give --passphrase-file <file>, or set BORGERSVAR_PASSPHRASE_FILE.",
    });
  }
}

/** Encrypts to every recipient. @throws CliError naming `where` when one is no age recipient. */
export async function encryptTo(
  recipients: readonly string[],
  data: Uint8Array | string,
  where: string,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    if (recipients.length > 0) return await encrypter.encrypt(data);
  } catch {
    // Said below: it is the same to mend.
  }
  throw new CliError({
    what: recipients.length === 0 ? "there is no recipient" : "a line is no age recipient",
    where,
    how: "Give lines such as age1…, as `age-keygen` prints them (»Public key«).",
  });
}

/** The text of a file that is a secret. Not read through a run: the hash of a passphrase in the journal could be tried against. */
export async function readSecret(file: string): Promise<string> {
  const text = await readFile(path.resolve(file), "utf8").catch(absent);
  if (text !== null) return text;
  throw new CliError({
    what: "the file is missing",
    where: path.resolve(file),
    how: "Name the file that opens what is encrypted.",
  });
}

function identitiesOf(text: string, where: string): readonly string[] {
  const lines = ageLines(text);
  if (lines.length > 0 && lines.every((line) => /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(line))) return lines;
  throw new CliError({
    what: "the file holds no age identity",
    where,
    how: "Give the file that `age-keygen` wrote, with a line that begins with AGE-SECRET-KEY-1.",
  });
}
