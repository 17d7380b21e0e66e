/**
 * `npm run bench:results`: how soon results pages of a national round are there on a slow link (400 kbit/s, 400 ms, processor
 * slowed four times; real TCP between network namespaces), and what they and their scripts weigh. Goals: the largest paint
 * within 1.9 s, no layout shift. Exit code 1 when one is missed. `--runs <n>` visits of each page (3).
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { defaultEffects } from "../../effects.ts";
import { PROFILES } from "../page/link/direction.ts";
import { startInNamespace, whyNoNamespaces } from "../page/link/namespaces.ts";
import { SERVER } from "../page/link/sides.ts";
import { median } from "../page/median.ts";
import { visited, type MeasuringPlan, type Visited } from "../page/plan.ts";
import { makeCertificate } from "../page/secrets.ts";
import { buildNationalSite, MEASURED } from "./nationalSite.ts";

const PORT = 9444;
const [SLOW] = PROFILES;
/** A page of a few lines, for what link and machine take of themselves at the moment. */
const SMALL_PAGE = "/404.html";

async function measure(plan: MeasuringPlan): Promise<Visited[]> {
  const child = startInNamespace(path.join(import.meta.dirname, "../page/measure.ts"), [
    JSON.stringify(plan),
  ]);
  const ended = once(child, "exit");
  const visits: Visited[] = [];
  const progress = defaultEffects.progress("visits", plan.runs * (MEASURED.length + 1));
  child.on("message", (message) => {
    visits.push(visited.parse(message));
    progress.update(visits.length);
  });
  await ended;
  progress.stop();
  return visits;
}

/** Says the median of a page's visits; whether it meets the goals. */
function judge(address: string, all: readonly Visited[]): boolean {
  const own = all.filter((one) => one.address === address).map(({ visit }) => visit);
  if (own.length === 0) throw new Error(`${address} was not visited`);
  const [lcp, shifts] = [median(own.map((visit) => visit.lcp)), median(own.map((visit) => visit.shifts))];
  const [load, bytes] = [median(own.map((visit) => visit.load)), median(own.map((visit) => visit.wireBytes))];
  const isMet = (lcp <= SLOW.lcpGoalMs && shifts === 0) || address === SMALL_PAGE;
  const verdict = address === SMALL_PAGE ? "floor " : isMet ? "met   " : "MISSED";
  defaultEffects.say(
    `${verdict} ${address}: LCP ${(lcp / 1000).toFixed(2)} s (at most ${SLOW.lcpGoalMs / 1000} s), load ${(load / 1000).toFixed(2)} s, CLS ${shifts.toFixed(3)}, ${bytes} bytes before the largest paint`,
  );
  return isMet;
}

async function bench(folder: string, runs: number): Promise<boolean> {
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  if (load > processors) {
    defaultEffects.say(
      `The machine is busy (load ${load.toFixed(1)} on ${processors} processors): the times are too long.`,
    );
  }
  const why = await whyNoNamespaces();
  if (why !== null) throw new Error(why);
  const site = await buildNationalSite(folder);
  defaultEffects.say(`built ${site.documents.length} pages in ${site.seconds.toFixed(0)} s`);
  for (const { address, brotli } of site.documents.filter((one) => MEASURED.some((a) => a === one.address)))
    defaultEffects.say(`${address}: ${brotli} bytes compressed`);
  const publicKeyHash = await makeCertificate(folder, SERVER.address);
  const visits = await measure({
    site: site.folder,
    secrets: folder,
    publicKeyHash,
    port: PORT,
    code: "",
    runs,
    rounds: [{ profile: SLOW, addresses: [SMALL_PAGE, ...MEASURED] }],
  });
  return [SMALL_PAGE, ...MEASURED].map((address) => judge(address, visits)).every(Boolean);
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-results-"));
try {
  if (!(await bench(folder, Number(values.runs)))) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
