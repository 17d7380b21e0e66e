/**
 * `npm run check:hostile`: each hostile file in a round of its own, read by the command in a process of its own.
 * Goal: refused with the right problem, under 2 s of processor time and 300 MB. Exit code 1 when one misses it.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { demoRound } from "../demo/round.ts";
import { HOSTILE_FILES, type HostileFile } from "./hostileFiles.ts";

export const GOAL = { seconds: 2, megabytes: 300 };

export interface Refusal {
  codes: string[];
  /** Of the processor, all threads. */
  seconds: number;
  /** Peak of the process's memory. */
  megabytes: number;
}

const SCRIPTS = path.resolve(import.meta.dirname, "..");
/** Runs the command in a process that reports what it used; the other commands' libraries are not loaded. */
const MEASURED = `
  const { readFileSync } = await import("node:fs");
  const { ingestCommand } = await import(process.argv[1] + "/ingest.ts");
  const { Run } = await import(process.argv[1] + "/run.ts");
  const effects = { now: () => new Date(0), random: (n) => new Uint8Array(n), say() {}, warn() {},
    progress: () => ({ update() {}, stop() {} }), ask: async () => null };
  const { data } = await ingestCommand.run(new Run(process.argv[2], "ingest", effects), {});
  const { user, system } = process.cpuUsage();
  // ru_maxrss is inherited from the process that started this one; the high water mark of Linux is not.
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const peak = Number(/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
  console.log(JSON.stringify({ codes: data.problems.map(({ code }) => code), seconds: (user + system) / 1e6,
    megabytes: peak }));
  process.exit(0);`;

const refusal = z.object({ codes: z.array(z.string()), seconds: z.number(), megabytes: z.number() });

/** What `ingest` makes of the file, and what that took. */
export async function refuse(file: HostileFile): Promise<Refusal> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-hostile-"));
  try {
    const round = demoRound({
      today: "2026-08-25",
      baseUrl: "https://svar.example.dk",
      municipalities: ["0665"],
    });
    await writeFile(path.join(folder, "round.json"), JSON.stringify(round));
    await mkdir(path.join(folder, "extracts"));
    await writeFile(path.join(folder, "extracts", file.name), await file.bytes());
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", MEASURED, SCRIPTS, folder],
      { timeout: 60_000 },
    );
    return refusal.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const fits = (file: HostileFile, { codes, seconds, megabytes }: Refusal): boolean =>
  codes.includes(file.code) && seconds < GOAL.seconds && megabytes < GOAL.megabytes;

async function run(): Promise<number> {
  let missed = 0;
  for (const file of HOSTILE_FILES) {
    const result = await refuse(file);
    const good = fits(file, result);
    if (!good) missed++;
    const { codes, seconds, megabytes } = result;
    const used = `${seconds.toFixed(2)} s  ${megabytes.toFixed(0).padStart(4)} MB`;
    console.log(`${good ? "refused" : "MISSED "}  ${used}  ${file.what}: ${codes.join(", ")}`);
  }
  return missed > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await run();
