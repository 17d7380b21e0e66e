/**
 * Times `sample` for all 98 municipalities: 240,000 eligible citizens in a frame of 400,000 rows, made in a temporary folder.
 * The command runs three times as a person runs it, in a process of its own; then its parts are timed one by one in this
 * process. Goal: under 3 s of processor time, start-up included. Exit code 1 when the fastest run misses it.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { roundSchema } from "#survey/round.ts";
import { planSample } from "#survey/sample/plan.ts";
import { main } from "../cli.ts";
import { drawMunicipality, populationsOf, strataOf } from "../sample/drawing.ts";
import { allocationText, identitiesText, sampleText } from "../sample/files.ts";
import { parseFrame } from "../sample/frameFile.ts";
import { lots } from "../sample/tickets.ts";
import { DRAW_KEY, ELIGIBLE, makeFrame, RECEIVED } from "./frame.ts";

const GOAL_SECONDS = 3;
const RUNS = 3;
/** Told to this file when it is the process that is timed. */
const TIMED = "--timed";

interface Usage {
  wall: number;
  processor: number;
  peakMegabytes: number;
}

/** Runs the command in this process and writes what the process has used since it started. */
async function timedRun(folder: string): Promise<void> {
  process.exitCode = await main(["sample", folder, "--json"], undefined);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage: Usage = {
    wall: performance.now() / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  };
  process.stderr.write(JSON.stringify(usage));
}

function runCommand(folder: string): Usage {
  const file = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", file, TIMED, folder], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (child.status !== 0) throw new Error(`sample failed: ${child.stderr}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- timedRun wrote it
  return JSON.parse(child.stderr) as Usage;
}

const seconds = (value: number): string => `${value.toFixed(2)} s`;

/** Says how long a part takes and gives what it makes. */
function part<T>(name: string, work: () => T): T {
  const started = performance.now();
  const made = work();
  console.log(`  ${name.padEnd(28)} ${seconds((performance.now() - started) / 1000)}`);
  return made;
}

async function timeParts(folder: string): Promise<void> {
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), "utf8");
  const round = roundSchema.parse(JSON.parse(await read("round.json")));
  const text = await read("frame/frame.csv");
  const { people } = part("read frame.csv", () => parseFrame(text, "frame.csv"));
  const strata = part("sort into strata", () => strataOf(people));
  const frames = [...strata].map(([code, own]) => ({ code, populations: populationsOf(own) }));
  const plans = part("plan 98 municipalities", () => planSample(frames, round));
  const lotOf = lots(DRAW_KEY);
  const citizens = part("tickets and draw", () =>
    plans.flatMap((plan) => {
      const own = strata.get(plan.code);
      return own ? drawMunicipality(plan, own, lotOf, round.sampling.startPoint) : [];
    }),
  );
  const tables = part("write three tables", () => [
    allocationText(plans),
    sampleText(citizens, round),
    identitiesText(citizens),
  ]);
  const megabytes = tables.reduce((sum, table) => sum + table.length, 0) / 1e6;
  console.log(`  ${citizens.length} invited, ${megabytes.toFixed(1)} MB of tables`);
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-bench-"));
  try {
    await makeFrame(folder);
    console.log(`sample: 98 municipalities, ${ELIGIBLE} eligible of ${RECEIVED} rows; ${cpus()[0]?.model}`);
    const runs = Array.from({ length: RUNS }, () => runCommand(folder));
    for (const { wall, processor, peakMegabytes } of runs) {
      console.log(
        `  processor ${seconds(processor)}, wall ${seconds(wall)}, peak ${peakMegabytes.toFixed(0)} MB`,
      );
    }
    const best = Math.min(...runs.map((run) => run.processor));
    console.log(
      `goal ${seconds(GOAL_SECONDS)}: ${best < GOAL_SECONDS ? "met" : "missed"} (${seconds(best)})`,
    );
    console.log("parts");
    await timeParts(folder);
    if (best >= GOAL_SECONDS) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [mode, folder] = process.argv.slice(2);
await (mode === TIMED && folder !== undefined ? timedRun(folder) : bench());
