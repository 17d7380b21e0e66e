/**
 * `npm run bench:load`: whole interviews (page, five autosaves, final) against the deployed bundle in workerd on a local D1,
 * by 1 to 1,000 citizens at a time without a pause between their requests, from a thread of their own. Then 196,000 row ids
 * into an empty database by what `publish` does. Says of each goal whether it is met.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import path from "node:path";
import { startWorkerd } from "../workerd.ts";
import type { Crowd, CrowdResult } from "./crowd.ts";
import { EXPECTED, KINDS, type Reply } from "./interview.ts";
import { makeLoadRound } from "./served.ts";

const CROWD = path.join(import.meta.dirname, "crowd.ts");
/** Citizens at a time, and how many interviews there are in all. */
const STEPS = [
  { concurrent: 1, interviews: 50 },
  { concurrent: 8, interviews: 200 },
  { concurrent: 32, interviews: 500 },
  { concurrent: 200, interviews: 800 },
  { concurrent: 1000, interviews: 2000 },
] as const;
/** At so many at a time the goals are judged; errors at all of them. */
const JUDGED = 32;
const INTERVIEWS_A_SECOND = 50;
const SAVE_P95_MS = 400;
/** 98 municipalities at 2,000. */
const NATIONAL = 196_000;
const NATIONAL_SECONDS = 20;

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

function timesOf(replies: readonly Reply[], kind: Reply["kind"]): number[] {
  return replies
    .filter((reply) => reply.kind === kind)
    .map(({ ms }) => ms)
    .toSorted((a, b) => a - b);
}

const failedIn = (replies: readonly Reply[]): number =>
  replies.filter(({ kind, status }) => status !== EXPECTED[kind]).length;

function lineOf(concurrent: number, interviews: number, { seconds, replies }: CrowdResult): string {
  const times = KINDS.map((kind) => {
    const sorted = timesOf(replies, kind);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantile(sorted, q).toFixed(0).padStart(6));
    return `${p50}${p95}${p99}`;
  });
  const rate = (interviews / seconds).toFixed(1).padStart(8);
  return `${String(concurrent).padStart(10)}${rate}   ${times.join("   ")}${String(failedIn(replies)).padStart(8)}`;
}

const judged = (what: string, met: boolean): string => `${met ? "met   " : "missed"} ${what}`;

async function crowd(request: Crowd): Promise<CrowdResult> {
  const [result] = await once(new Worker(CROWD, { workerData: request }), "message");
  return result;
}

async function measured(): Promise<string[]> {
  const all = STEPS.reduce((sum, step) => sum + step.interviews, 0);
  const round = await makeLoadRound(all);
  const workerd = await startWorkerd(round.settings);
  const goals: string[] = [];
  let failed = 0;
  console.log("                     page, ms             save, ms             final, ms");
  console.log("concurrent    int/s      50    95    99        50    95    99        50    95    99  failed");
  try {
    for (const { concurrent, interviews: n } of STEPS) {
      const result = await crowd({ url: workerd.url, concurrent, citizens: round.take(n) });
      failed += failedIn(result.replies);
      console.log(lineOf(concurrent, n, result));
      if (concurrent !== JUDGED) continue;
      const rate = n / result.seconds;
      const p95 = quantile(timesOf(result.replies, "save"), 0.95);
      goals.push(
        judged(
          `${rate.toFixed(0)} interviews/s at ${JUDGED} at a time; goal ${INTERVIEWS_A_SECOND}`,
          rate >= INTERVIEWS_A_SECOND,
        ),
        judged(
          `${p95.toFixed(0)} ms for 95 % of the saves at ${JUDGED} at a time; goal ${SAVE_P95_MS}`,
          p95 < SAVE_P95_MS,
        ),
      );
    }
  } finally {
    await workerd.stop();
    await round.remove();
  }
  return [judged(`${failed} of ${all * 7} requests failed; goal 0`, failed === 0), ...goals];
}

async function rows(): Promise<string> {
  const { loadSeconds, remove } = await makeLoadRound(NATIONAL);
  await remove();
  const what = `${NATIONAL.toLocaleString("en")} row ids in the database in ${loadSeconds.toFixed(1)} s; goal ${NATIONAL_SECONDS}`;
  return judged(what, loadSeconds < NATIONAL_SECONDS);
}

for (const goal of [...(await measured()), await rows()]) console.log(goal);
