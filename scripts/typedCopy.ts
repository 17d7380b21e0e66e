/** The paper copy of a key as a person types it, at the keyboard or into a file. */
import path from "node:path";
import { CliError } from "./errors.ts";
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
    how: "Compare this line with the paper, or with the screen of `npx borgersvar key backup <round>`, and mend it.",
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

/**
 * The key that a typed copy gives.
 * @param file where it was typed; without one it is asked for, line by line
 * @throws CliError naming the line that does not fit.
 */
export async function readTypedCopy(
  run: Run,
  file: string | null,
): Promise<{ key: Uint8Array; where: string }> {
  const copy = readPaperCopy(await copyLines(run, file));
  const where = file === null ? "the typed copy" : path.resolve(file);
  if (!copy.ok) throw wrongLine(copy.line, copy.reason, where);
  return { key: copy.key, where };
}
