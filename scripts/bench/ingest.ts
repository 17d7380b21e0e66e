/**
 * `npm run bench:frame`: times `ingest` on 98 municipalities and 400,000 rows of .xlsx, made once with the demo's generator,
 * and in the same run what merely reading the same files with hucre takes. Goal: at most 1.6 times the bare read on one
 * core, faster than it on two, under 1 GB.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
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
/** Against the bare read. */
const MOST_PROCESSOR = 1.6;
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

const judged = (what: string, measured: number, goal: number): string =>
  `${measured.toFixed(goal < 10 ? 2 : 0).padStart(6)} ${what}; goal ${goal}: ${measured <= goal ? "met" : "missed"}`;

const line = (name: string, { seconds, processorSeconds, rows }: Timing): string =>
  `${name.padEnd(28)} ${seconds.toFixed(1)} s  (${processorSeconds.toFixed(1)} s of processor)  ` +
  `${rows.toLocaleString("en")} rows, ${Math.round(rows / seconds).toLocaleString("en")} rows/s`;

async function run(): Promise<void> {
  // In a process of their own, so that making them is not in the memory that is measured.
  execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", import.meta.filename, MAKE]);
  const whole = await timed(ingest);
  const peak = process.resourceUsage().maxRSS / 1024;
  const bare = await timed(bareRead);
  console.log(line("bare read with hucre", bare));
  console.log(line(`ingest, ${availableParallelism()} cores`, whole));
  const [ofTime, ofProcessor] = [
    whole.seconds / bare.seconds,
    whole.processorSeconds / bare.processorSeconds,
  ];
  console.log(judged("of the processor", ofProcessor, MOST_PROCESSOR));
  if (availableParallelism() > 1) console.log(judged("of the time", ofTime, 1));
  console.log(judged("MB at most", peak, MOST_MB));
}

if (import.meta.main) await (process.argv.includes(MAKE) ? makeExtracts() : run());
