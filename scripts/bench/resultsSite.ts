/**
 * Builds the site of a national round with results: 98 municipalities, 50,000 answers, Danish and English. Prints how long the
 * build takes and the heaviest page of each kind at brotli 11. Exit code 1 when a goal is missed.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { estimateRound } from "#survey/estimate/results.ts";
import { edgeOf } from "#survey/edge.ts";
import { roundSchema } from "#survey/round.ts";
import { demoRound } from "../demo/round.ts";
import {
  buildSite,
  MUNICIPALITY_RESULTS_MAX_BYTES,
  RESULTS_MAX_BYTES,
  type BuiltSite,
} from "../io/siteBuild.ts";
import { isResults } from "../io/siteHeaders.ts";
import { nationalRound } from "./nationalRound.ts";
import { ALL_MUNICIPALITIES } from "./page/demoSite.ts";

const ANSWERS = 50_000;
const GOAL_SECONDS = 60;
/** Belongs to no kept private key. */
const NO_KEY = { publicKey: "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08", keyId: "5b1e7a90" };

async function timedBuild(folder: string): Promise<BuiltSite> {
  const round = demoRound({
    today: "2026-09-01",
    baseUrl: "https://svar.example.dk",
    municipalities: ALL_MUNICIPALITIES,
  });
  const [edge, results] = [path.join(folder, "edge.json"), path.join(folder, "results.json")];
  await writeFile(edge, JSON.stringify(edgeOf(roundSchema.parse(round), NO_KEY)));
  await writeFile(results, JSON.stringify(estimateRound(nationalRound(ANSWERS, "bench").input)));
  const start = performance.now();
  const site = await buildSite({ edge, results, out: path.join(folder, "site") });
  const seconds = (performance.now() - start) / 1000;
  judge(`${site.documents.length} pages in ${seconds.toFixed(1)} s`, seconds, GOAL_SECONDS);
  return site;
}

function judge(what: string, value: number, goal: number): void {
  const isMet = value <= goal;
  if (!isMet) process.exitCode = 1;
  console.log(`${what} (goal ${goal}): ${isMet ? "met" : "MISSED"}`);
}

/** `temaer/`, `kommune`: what kind of page an address is. */
function kindOf(address: string): string {
  const [first = "", ...rest] = address.split("/resultater/")[1]?.split("/") ?? [];
  if (rest.length > 1) return `${first}/…`;
  const pages = ["", "metode", "hent", "sammenlign", "temaer", "maalgrupper"];
  return pages.includes(first) ? first || "overview" : "municipality";
}

const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-results-site-"));
try {
  const { documents } = await timedBuild(folder);
  const heaviest = new Map<string, (typeof documents)[number]>();
  for (const document of documents.filter(({ address }) => isResults(address))) {
    const kind = kindOf(document.address);
    if ((heaviest.get(kind)?.brotli ?? 0) < document.brotli) heaviest.set(kind, document);
  }
  for (const [kind, { address, brotli }] of heaviest) {
    const goal = kind === "municipality" ? MUNICIPALITY_RESULTS_MAX_BYTES : RESULTS_MAX_BYTES;
    judge(`${kind}: ${address} ${brotli} bytes`, brotli, goal);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
