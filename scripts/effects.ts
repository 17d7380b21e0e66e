/** Every touch that a command has on the world, so that a test swaps the sink and not the code. */
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import cliProgress from "cli-progress";

export interface Progress {
  /** `done` of the total given at the start. */
  update(done: number): void;
  stop(): void;
}

export interface Effects {
  now(): Date;
  random(bytes: number): Uint8Array;
  /** A line for the person at the screen. */
  say(line: string): void;
  /** A line of a warning or an error. */
  warn(line: string): void;
  /** A bar for anything over a second. */
  progress(label: string, total: number): Progress;
  /** Asks the person a question; `null` when nobody is there to answer. */
  ask(question: string): Promise<string | null>;
}

const noProgress: Progress = { update() {}, stop() {} };

function terminalProgress(label: string, total: number): Progress {
  if (!process.stderr.isTTY) return noProgress;
  const bar = new cliProgress.SingleBar(
    {
      format: `${label} {bar} {percentage} % | {value}/{total} | {eta} s left`,
      hideCursor: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

async function askTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`${question} `);
  } finally {
    terminal.close();
  }
}

export const defaultEffects: Effects = {
  now: () => new Date(),
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  say: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
  progress: terminalProgress,
  ask: askTerminal,
};

/** The same, but silent: what `--json` and a chain of commands use. */
export const quiet = (effects: Effects): Effects => ({
  ...effects,
  say: () => {},
  progress: () => noProgress,
});
