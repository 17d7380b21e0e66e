/**
 * Makes all files of a wave for all 98 municipalities and 196,000 people, finished PDF letters included, as a person would:
 * in a process of its own. Then the same again with a process that is killed (SIGKILL) in the middle and started anew: the
 * folder must end up with the same bytes, nothing half written and nothing twice. `--people <n>` makes fewer.
 * Goals: over 2,000 PDF letters a minute of processor time, all files of the wave counted, and a peak of memory that
 * does not grow with the number of municipalities. Exit code 1 when one is missed.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { main } from "../cli.ts";
import { makeLettersRound } from "./lettersRound.ts";

const GOAL_A_MINUTE = 2000;
const PEOPLE = 196_000;
/** Memory at the end against memory after the first quarter. */
const MOST_GROWTH = 1.35;
/** Told to this file when it is the process that is timed. */
const TIMED = "--timed";
const SAMPLE_MS = 500;

interface Usage {
  wall: number;
  processor: number;
  /** Megabytes in use, in the order of time. */
  memory: number[];
}

/** Runs the command in this process and writes what it has used. */
async function timedRun(folder: string): Promise<void> {
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(process.memoryUsage.rss() / 1e6), SAMPLE_MS);
  process.exitCode = await main(["letters", folder, "--wave", "0"], undefined);
  clearInterval(sampling);
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage: Usage = {
    wall: performance.now() / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    memory,
  };
  process.stdout.write(`\n${JSON.stringify(usage)}\n`);
}

function start(folder: string): { child: ChildProcess; ended: Promise<{ killed: boolean; output: string }> } {
  const args = ["--disable-warning=ExperimentalWarning", fileURLToPath(import.meta.url), TIMED, folder];
  // The bar of the command is shown as a person sees it.
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const output: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
  const ended = new Promise<{ killed: boolean; output: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0 || signal === "SIGKILL")
        resolve({ killed: signal !== null, output: Buffer.concat(output).toString() });
      else reject(new Error(`letters ended with ${code}: ${Buffer.concat(output).toString().slice(-2000)}`));
    });
  });
  return { child, ended };
}

async function usageOf(folder: string): Promise<Usage> {
  const { output } = await start(folder).ended;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- timedRun wrote it
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Usage;
}

/** Kills the command when it has put the first part in place and works on the next. */
async function killedRun(folder: string): Promise<void> {
  const { child, ended } = start(folder);
  for (;;) {
    await pause(50);
    if (child.exitCode !== null) break;
    if (await stat(path.join(folder, "journal.jsonl")).catch(() => null)) {
      await pause(700);
      child.kill("SIGKILL");
      break;
    }
  }
  const { killed } = await ended;
  const left = (await filesIn(folder)).filter((name) => name.endsWith(".tmp")).length;
  console.log(
    `  ${killed ? `killed in the middle, ${left} files half written` : "it ended before it could be killed"}`,
  );
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();

/** The moment a list was frozen is the one thing that two runs may have different. */
const AS_OF = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

async function fingerprints(folder: string): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  for (const name of await filesIn(path.join(folder, "waves"))) {
    const bytes = await readFile(path.join(folder, "waves", name));
    const content = name.endsWith("recipients.csv") ? bytes.toString().replaceAll(AS_OF, "") : bytes;
    prints.set(name, createHash("sha256").update(content).digest("hex"));
  }
  return prints;
}

async function sizes(folder: string): Promise<{ files: number; bytes: number; pdf: number }> {
  const names = await filesIn(path.join(folder, "waves"));
  const all = await Promise.all(
    names.map(async (name) => ({ name, size: (await stat(path.join(folder, "waves", name))).size })),
  );
  const sum = (list: typeof all): number => list.reduce((total, { size }) => total + size, 0);
  return {
    files: all.length,
    bytes: sum(all),
    pdf: sum(all.filter(({ name }) => name.endsWith("breve.pdf"))),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** The mean of the last quarter of the run against that of the second. */
function growth(memory: readonly number[]): number {
  const quarter = Math.floor(memory.length / 4);
  return mean(memory.slice(-quarter)) / mean(memory.slice(quarter, 2 * quarter));
}

function report(usage: Usage, people: number, made: Awaited<ReturnType<typeof sizes>>): boolean {
  const perMinute = (people / usage.processor) * 60;
  const grown = growth(usage.memory);
  console.log(
    `  wall ${usage.wall.toFixed(0)} s, processor ${usage.processor.toFixed(0)} s, peak ${Math.max(...usage.memory).toFixed(0)} MB`,
  );
  console.log(
    `  ${made.files} files, ${(made.bytes / 1e6).toFixed(0)} MB (${(made.bytes / 1e6 / usage.wall).toFixed(1)} MB/s), ${(made.pdf / people).toFixed(0)} bytes a PDF letter`,
  );
  console.log(
    `  ${perMinute.toFixed(0)} letters a minute of one core with all their files; goal ${GOAL_A_MINUTE}: ${perMinute > GOAL_A_MINUTE ? "met" : "missed"}`,
  );
  console.log(
    `  memory late in the run against early: ${grown.toFixed(2)}; goal at most ${MOST_GROWTH}: ${grown <= MOST_GROWTH ? "met" : "missed"}`,
  );
  return perMinute > GOAL_A_MINUTE && grown <= MOST_GROWTH;
}

async function resumes(
  folder: string,
  expected: ReadonlyMap<string, string>,
  peopleEach: number,
): Promise<boolean> {
  await makeLettersRound(folder, peopleEach);
  await killedRun(folder);
  const usage = await usageOf(folder);
  const found = await fingerprints(folder);
  const same =
    found.size === expected.size && [...expected].every(([name, print]) => found.get(name) === print);
  const half = (await filesIn(folder)).filter((name) => name.endsWith(".tmp")).length;
  console.log(
    `  started anew: ${usage.processor.toFixed(0)} s of processor time; ${same ? "the same bytes in every file" : "OTHER BYTES"}, ${half} files half written`,
  );
  return same && half === 0;
}

async function bench(people: number): Promise<void> {
  const peopleEach = Math.ceil(people / MUNICIPALITIES.length);
  const total = peopleEach * MUNICIPALITIES.length;
  const place = await mkdtemp(path.join(tmpdir(), "borgersvar-bench-letters-"));
  try {
    const [first, second] = [path.join(place, "first"), path.join(place, "second")];
    await makeLettersRound(first, peopleEach);
    console.log(`letters: ${MUNICIPALITIES.length} municipalities, ${total} people; ${cpus()[0]?.model}`);
    const usage = await usageOf(first);
    const fast = report(usage, total, await sizes(first));
    const expected = await fingerprints(first);
    await rm(first, { recursive: true });
    console.log("killed and started anew");
    const whole = await resumes(second, expected, peopleEach);
    if (!fast || !whole) process.exitCode = 1;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const [option, value] = process.argv.slice(2);
if (option === TIMED && value !== undefined) await timedRun(value);
else await bench(option === "--people" ? Number(value) : PEOPLE);
