/** Every touch that a command has on the world, so that a test swaps the sink and not the code. */
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
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
  /** Asks the person a question; `null` when nobody is there to answer. A hidden answer is not shown while it is typed. */
  ask(question: string, options?: { hidden?: boolean }): Promise<string | null>;
  /** The first line of what is piped in, for a command that asks for it; `null` at a terminal. */
  input(): Promise<string | null>;
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

async function askTerminal(question: string, { hidden = false } = {}): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  // What readline echoes goes nowhere; the question and the line feed are written by hand.
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  const terminal = createInterface({ input: process.stdin, output, ...(hidden ? { terminal: true } : {}) });
  if (hidden) process.stderr.write(`${question} `);
  try {
    return await terminal.question(`${question} `);
  } finally {
    terminal.close();
    if (hidden) process.stderr.write("\n");
  }
}

async function readInput(): Promise<string | null> {
  if (process.stdin.isTTY) return null;
  for await (const line of createInterface({ input: process.stdin })) return line;
  return null;
}

export const defaultEffects: Effects = {
  now: () => new Date(),
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  say: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
  progress: terminalProgress,
  ask: askTerminal,
  input: readInput,
};

/** The same, but silent: what `--json` and a chain of commands use. */
export const quiet = (effects: Effects): Effects => ({
  ...effects,
  say: () => {},
  progress: () => noProgress,
});
