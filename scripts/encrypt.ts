/**
 * `identities encrypt`: from now on `sample/identities.csv` and `frame/frame.csv` stand encrypted on the disk, to age
 * recipients or to an identity of the round's own that a passphrase locks. Commands open them in memory.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { commitFiles, stageFile, syncFolder } from "./io/atomic.ts";
import type { Run } from "./run.ts";
import {
  encryptTo,
  ENCRYPTED_FILES,
  LOCKED_IDENTITY_FILE,
  readSecret,
  RECIPIENTS_FILE,
  SUFFIX,
} from "./vault.ts";

const SHORTEST_PASSPHRASE = 12;

async function newPassphrase(run: Run, file: OptionValues[string]): Promise<string> {
  const typed =
    typeof file === "string"
      ? (await readSecret(file)).split(/\r?\n/)[0]
      : await run.effects.ask("New passphrase, five words or more:", { hidden: true });
  if (typed !== undefined && typed !== null && typed.length >= SHORTEST_PASSPHRASE) return typed;
  throw new CliError({
    what: `the passphrase has fewer than ${SHORTEST_PASSPHRASE} characters`,
    where: typeof file === "string" ? path.resolve(file) : "the terminal",
    how: "Take five words or more that have nothing to do with each other, or give --recipient age1….",
  });
}

/** An identity of the round's own, locked; gives its recipient. */
async function lockedIdentity(run: Run, passphrase: string): Promise<string> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  await run.write(LOCKED_IDENTITY_FILE, await encrypter.encrypt(`${identity}\n`));
  return identityToRecipient(identity);
}

async function recipientsOf(run: Run, options: OptionValues): Promise<string[]> {
  const { recipient } = options;
  if (Array.isArray(recipient) && recipient.length > 0) {
    // Tried before anything is written: what is encrypted to a slip opens for nobody.
    await encryptTo(recipient, "", "--recipient");
    return recipient;
  }
  return [await lockedIdentity(run, await newPassphrase(run, options["passphraseFile"]))];
}

/** Deletes what stands in clear beside its encrypted twin. */
async function deleteClear(run: Run): Promise<string[]> {
  const deleted: string[] = [];
  for (const name of ENCRYPTED_FILES) {
    const names = await run.list(path.dirname(name));
    const both = [name, name + SUFFIX].every((file) => names.includes(path.basename(file)));
    if (!both) continue;
    await rm(run.path(name));
    await syncFolder(path.dirname(run.path(name)));
    deleted.push(name);
  }
  return deleted;
}

/** What is there twice was left by a run that was interrupted; without that there is nothing to do a second time. */
async function finishOrRefuse(run: Run): Promise<void> {
  if (!(await run.exists(RECIPIENTS_FILE)) || (await deleteClear(run)).length > 0) return;
  throw new CliError({
    what: "the round has recipients already",
    where: run.path(RECIPIENTS_FILE),
    how: "What names people is encrypted from its next writing on. To change who opens it, edit the file and run ingest and sample again.",
  });
}

async function encrypt(run: Run, options: OptionValues): Promise<CommandResult> {
  await finishOrRefuse(run);
  if (await run.exists(RECIPIENTS_FILE)) {
    await run.commit();
    return { lines: ["The encryption is complete: nothing is left in clear."], data: { encrypted: [] } };
  }
  const recipients = await recipientsOf(run, options);
  const standing: string[] = [];
  for (const name of ENCRYPTED_FILES) {
    if (!(await run.exists(name))) continue;
    const data = await run.readBytes(name, "Run the command that writes this file.");
    await commitFiles([await stageFile(run.path(name + SUFFIX), await encryptTo(recipients, data, name))]);
    standing.push(name);
  }
  await run.write(RECIPIENTS_FILE, `${recipients.join("\n")}\n`);
  run.note("encrypted", standing);
  await run.commit();
  await deleteClear(run);
  return {
    lines: [
      `${standing.length === 0 ? "Identities and frame will be" : `${standing.join(" and ")} now stand`} encrypted on the disk, for ${recipients.length} recipient${recipients.length === 1 ? "" : "s"}.`,
      "In clear stay: the sample without names and numbers, the extracts, and the letters, which municipalities must be able to read.",
      "Delete those when they are sent: npx borgersvar purge <round> --stage delivered",
      "Who loses the identity or the passphrase cannot make letters any more; the answers are not concerned.",
    ],
    data: { encrypted: standing, recipients: recipients.length },
  };
}

export const encryptCommand: Command = {
  name: "identities encrypt",
  summary: "Keep what names people encrypted on the disk",
  example: "npx borgersvar identities encrypt rounds/2027-q2",
  options: [
    {
      flags: "--recipient <age1…>",
      description: "an age recipient; may be given for several. Without one a passphrase is asked for",
      repeated: true,
    },
  ],
  run: encrypt,
};
