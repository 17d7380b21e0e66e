/** `key verify`: the paper copy is typed back and compared with the key; the journal remembers that it was right. */
import path from "node:path";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { fingerprint, readRoundKey } from "./keys.ts";
import { linesOfFile, PAPER_LINES, readPaperCopy, readPaperLine } from "./paperCopy.ts";
import type { Run } from "./run.ts";

const TRIES = 3;

const REASONS = {
  slip: "has a slip: a symbol is wrong, missing or too many",
  order: "is another line of the copy",
  missing: "is missing",
} as const;

function wrongLine(line: number, reason: keyof typeof REASONS, where: string): CliError {
  return new CliError({
    what: `line ${line} of the copy ${REASONS[reason]}`,
    where: `${where}, line ${line}`,
    how: "Compare this line with the screen of `npx borgersvar key backup <round>` and mend the paper.",
  });
}

async function askLine(run: Run, line: number): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const typed = await run.effects.ask(`Line ${line} of ${PAPER_LINES}, from the paper:`);
    if (typed === null) {
      throw new CliError({
        what: "nobody is at the keyboard to type the copy",
        where: "the terminal",
        how: "Run the command in a terminal, or give a typed copy with --copy <file>.",
      });
    }
    const read = readPaperLine(typed, line);
    if (read.ok) return typed;
    if (attempt === TRIES) throw wrongLine(line, read.reason, "the typed copy");
    run.effects.warn(`Line ${line} ${REASONS[read.reason]}. Try again.`);
  }
}

async function copyLines(run: Run, file: string | null): Promise<string[]> {
  if (file !== null) {
    const how = "Give --copy a text file with the four lines, each after its number.";
    return linesOfFile(await run.readText(path.relative(run.folder, path.resolve(file)), how));
  }
  const lines: string[] = [];
  for (let line = 1; line <= PAPER_LINES; line++) lines.push(await askLine(run, line));
  return lines;
}

async function verify(run: Run, options: OptionValues): Promise<CommandResult> {
  const key = await readRoundKey(run);
  const file = typeof options["copy"] === "string" ? options["copy"] : null;
  const copy = readPaperCopy(await copyLines(run, file));
  const where = file === null ? "the typed copy" : path.resolve(file);
  if (!copy.ok) throw wrongLine(copy.line, copy.reason, where);
  if (fingerprint(copy.key) !== fingerprint(key)) {
    throw new CliError({
      what: `the copy is right in itself but of another key (fingerprint ${fingerprint(copy.key)})`,
      where,
      how: `This round's key has the fingerprint ${fingerprint(key)}: look for the paper that names it.`,
    });
  }
  run.note("verifiedCopyOf", fingerprint(key));
  run.note("copyFrom", file === null ? "keyboard" : "file");
  await run.commit();
  return {
    lines: [`The copy is right: it gives the round key ${fingerprint(key)}.`],
    data: { roundKey: fingerprint(key), verified: true },
  };
}

export const keyVerifyCommand: Command = {
  name: "key verify",
  summary: "Type the paper copy of the round key back, and record that it is right",
  example: "npx borgersvar key verify rounds/2027-q2",
  options: [{ flags: "--copy <file>", description: "read the typed copy from a file" }],
  run: verify,
};
