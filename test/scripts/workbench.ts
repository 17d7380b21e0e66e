/** A folder for one test, the commands run in it as the command line would, and a clock that stands still. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command, CommandResult, OptionValues } from "../../scripts/command.ts";
import type { Effects } from "../../scripts/effects.ts";
import { CliError } from "../../scripts/errors.ts";
import { Run } from "../../scripts/run.ts";

export interface Workbench {
  folder: string;
  /** Everything that was said, warned or asked. */
  screen: string[];
  /** What the person at the keyboard types, in order; nobody is there when it is empty. */
  typed: string[];
  path(name: string): string;
  write(name: string, data: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  run(command: Command, options?: OptionValues): Promise<CommandResult>;
  /** The CliError that the command throws; anything else fails the test. */
  refusal(command: Command, options?: OptionValues): Promise<CliError>;
  /** SHA-256 of every file by its name, so that two moments can be compared. */
  snapshot(): Promise<Record<string, string>>;
  remove(): Promise<void>;
}

export const NOW = "2026-08-20T10:00:00Z";

export async function workbench(options: { now?: string; seed?: number } = {}): Promise<Workbench> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-bench-"));
  const screen: string[] = [];
  const typed: string[] = [];
  let drawn = options.seed ?? 0;
  const effects: Effects = {
    now: () => new Date(options.now ?? NOW),
    random: (bytes) =>
      new Uint8Array(createHash("sha512").update(`random ${drawn++}`).digest().subarray(0, bytes)),
    say: (line) => void screen.push(line),
    warn: (line) => void screen.push(line),
    progress: () => ({ update() {}, stop() {} }),
    ask: (question) => {
      screen.push(question);
      return Promise.resolve(typed.shift() ?? null);
    },
    input: () => Promise.resolve(null),
  };
  const locate = (name: string): string => path.join(folder, name);
  const run = async (command: Command, values: OptionValues = {}): Promise<CommandResult> => {
    const attempt = new Run(folder, command.name, effects);
    try {
      const result = await command.run(attempt, values);
      screen.push(...result.lines);
      return result;
    } finally {
      await attempt.discard();
    }
  };
  return {
    folder,
    screen,
    typed,
    path: locate,
    write: async (name, data) => {
      await mkdir(path.dirname(locate(name)), { recursive: true });
      await writeFile(locate(name), data);
    },
    read: (name) => readFile(locate(name), "utf8"),
    run,
    refusal: async (command, values) => {
      const thrown = await run(command, values).then(
        () => new Error(`${command.name} did its work`),
        (error: unknown) => error,
      );
      if (thrown instanceof CliError) return thrown;
      throw thrown;
    },
    snapshot: () => snapshotOf(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function snapshotOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.toSorted().map(async (file) => [
      path.relative(folder, file),
      createHash("sha256")
        .update(await readFile(file))
        .digest("hex"),
    ]),
  );
  return Object.fromEntries(hashes);
}
