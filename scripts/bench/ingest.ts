/**
 * `npm run bench:frame`: times `ingest` on 98 municipalities and 400,000 rows of .xlsx, made once with the demo's generator,
 * and in turn with it what merely reading the same files with hucre takes. Goal: at most 1.6 times the bare read on one
 * core, faster than it on two, under 1 GB.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { municipalityOf, MUNICIPALITIES } from "#survey/municipalities.ts";
import { demoExtracts } from "../demo/extracts.ts";
import { demoRound } from "../demo/round.ts";
import { defaultEffects, quiet } from "../effects.ts";
import { ingestCommand } from "../ingest.ts";
import { openExtract } from "../io/extract.ts";
import { Run } from "../run.ts";

const MAKE = "--make";
const FOLDER = path.join(tmpdir(), "borgersvar-bench-frame");
const EXTRACTS = path.join(FOLDER, "extracts");
/** The generator's country has about 343,000 rows: each municipality gets some people of a second country. */
const ROWS = 400_000;
const GENERATED = 343_000;
/** A machine is never quiet: the median of so many rounds counts, each with the bare read and `ingest` in turn. */
const ROUNDS = 5;
const PLAIN = ["--disable-warning=ExperimentalWarning"];
/** Against the bare read: on one core, and on more. */
const MOST_PROCESSOR = 1.6;
const MOST_TIME = 1;
const MOST_MB = 1000;

async function makeExtracts(): Promise<void> {
  if ((await stat(path.join(FOLDER, "round.json")).catch(() => null)) !== null) return;
  await mkdir(EXTRACTS, { recursive: true });
  const municipalities = MUNICIPALITIES.map(({ code }) => code);
  const round = demoRound({ today: "2026-08-25", baseUrl: "https://svar.example.dk", municipalities });
  const others = await demoExtracts({ seed: "bench, more people", round });
  for (const [i, { municipality, name, bytes }] of (await demoExtracts({ seed: "bench", round })).entries()) {
    const [rows, other] = [await rowsOf(name, bytes), await rowsOf(name, others[i]?.bytes ?? bytes)];
    const more = other.slice(-Math.round(rows.length * (ROWS / GENERATED - 1)));
    const sheet = { name: "Udtræk", rows: [...rows, ...more].map((row) => row.slice()) };
    const file = `Udtræk ${municipalityOf(municipality)?.name ?? ""} 2. kvartal.xlsx`;
    await writeFile(path.join(EXTRACTS, file), await writeXlsx({ sheets: [sheet] }));
  }
  await writeFile(path.join(FOLDER, "round.json"), JSON.stringify(round));
}

async function rowsOf(name: string, bytes: Uint8Array) {
  const opened = await openExtract(name, bytes);
  return opened.ok ? (opened.sheets[0]?.rows ?? []) : [];
}

interface Timing {
  seconds: number;
  /** Of the processor, all threads. */
  processorSeconds: number;
  rows: number;
}

async function timed(work: () => Promise<number>): Promise<Timing> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const rows = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, processorSeconds: (user + system) / 1e6, rows };
}

async function bareRead(): Promise<number> {
  let rows = 0;
  for (const name of await readdir(EXTRACTS)) {
    const { sheets } = await readXlsx(await readFile(path.join(EXTRACTS, name)));
    rows += sheets[0]?.rows.length ?? 0;
  }
  return rows;
}

async function ingest(): Promise<number> {
  const { data } = await ingestCommand.run(new Run(FOLDER, "ingest", quiet(defaultEffects)), {});
  const municipalities = Array.isArray(data["municipalities"]) ? data["municipalities"] : [];
  return municipalities.reduce<number>((sum, { received }: { received: number }) => sum + received, 0);
}

/** Takes away what an earlier run has left: the journal is read, and grows with each. */
async function clear(): Promise<void> {
  for (const left of ["frame", "journal.jsonl"])
    await rm(path.join(FOLDER, left), { recursive: true, force: true });
}

const WORKS = { ingest, bare: bareRead };
type Work = keyof typeof WORKS;

interface Measured extends Timing {
  /** At the highest. */
  megabytes: number;
}

/** In a process of its own: neither finds warm what the other has used. */
function measured(work: Work): Measured {
  const out = execFileSync(process.execPath, [...PLAIN, import.meta.filename, work], { encoding: "utf8" });
  const lines = out.trimEnd().split("\n");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the last line that `tell` has written
  return JSON.parse(lines.at(-1) ?? "") as Measured;
}

async function tell(work: Work): Promise<void> {
  await clear();
  const timing = await timed(WORKS[work]);
  console.log(JSON.stringify({ ...timing, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const judged = (what: string, measure: number, goal: number): string =>
  `${measure.toFixed(goal < 10 ? 2 : 0).padStart(6)} ${what}; goal ${goal}: ${measure <= goal ? "met" : "missed"}`;

function line(name: string, rounds: readonly Measured[]): string {
  const [rows, seconds] = [rounds[0]?.rows ?? 0, median(rounds.map((round) => round.seconds))];
  const all = rounds.map((round) => round.seconds.toFixed(1)).join(" ");
  const processor = median(rounds.map((round) => round.processorSeconds)).toFixed(1);
  return (
    `${name.padEnd(22)} ${seconds.toFixed(1)} s (${all}), ${processor} s of processor; ` +
    `${rows.toLocaleString("en")} rows, ${Math.round(rows / seconds).toLocaleString("en")} rows/s`
  );
}

function run(): void {
  execFileSync(process.execPath, [...PLAIN, import.meta.filename, MAKE]);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: measured("bare"),
    whole: measured("ingest"),
  }));
  const cores = availableParallelism();
  const ratio = (of: (timing: Measured) => number): number =>
    median(rounds.map(({ bare, whole }) => of(whole) / of(bare)));
  console.log(
    line(
      "bare read with hucre",
      rounds.map(({ bare }) => bare),
    ),
  );
  console.log(
    line(
      `ingest, ${cores} ${cores === 1 ? "core" : "cores"}`,
      rounds.map(({ whole }) => whole),
    ),
  );
  if (cores === 1)
    console.log(
      judged(
        "of the processor",
        ratio((t) => t.processorSeconds),
        MOST_PROCESSOR,
      ),
    );
  else
    console.log(
      judged(
        "of the time",
        ratio((t) => t.seconds),
        MOST_TIME,
      ),
    );
  console.log(judged("MB at most", Math.max(...rounds.map(({ whole }) => whole.megabytes)), MOST_MB));
}

const [, , task] = process.argv;
if (import.meta.main) {
  if (task === MAKE) await makeExtracts();
  else if (task === "ingest" || task === "bare") await tell(task);
  else run();
}
