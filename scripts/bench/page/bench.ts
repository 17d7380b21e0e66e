/**
 * `npm run bench:page`: what every document weighs, and how soon it is there and reacts on a slow link, beside the same
 * questions as bare HTML in the same run and beside the peers' figures. Goals: no Danish questionnaire over 6 kB brotli, one
 * request and at most 1.15 times the bare page's time until the largest paint, no layout shift, a reaction under 50 ms. Exit code 1 when one is missed.
 * `--runs <n>` visits of each page (3), `--weights` weighs only, `--questionnaires` measures the Danish
 * one only, `--all` every document on every link.
 */
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { tokenFor } from "#db/keys.ts";
import { formatCode } from "#survey/code.ts";
import { defaultEffects } from "../../effects.ts";
import { bareHtml } from "./bare.ts";
import { QUESTIONNAIRE_GOAL_BYTES } from "../../io/siteBuild.ts";
import { ALL_MUNICIPALITIES, buildDemoSite, type DemoSite } from "./demoSite.ts";
import { PROFILES } from "./link/direction.ts";
import { startInNamespace, whyNoNamespaces } from "./link/namespaces.ts";
import { SERVER } from "./link/sides.ts";
import { visited, type MeasuringPlan, type Visited } from "./plan.ts";
import { makeCertificate } from "./secrets.ts";
import { judge, judgeWeight, peerLines, timeLines, weightLines, type Goal } from "./tables.ts";
import { weigh, type Weight } from "./weigh.ts";

const PORT = 9443;
const BARE = "/bare";

interface Sample {
  address: string;
  /** How many documents of this kind the site has, and the heaviest of them (brotli bytes). */
  documents: number;
  heaviest: number;
  weight: Weight;
}

/** One document of each kind: the first municipality's for those that every municipality has. */
async function samplesOf(site: DemoSite): Promise<Sample[]> {
  const slugs = site.edge.municipalities.map(({ slug }) => slug);
  const [first = ""] = slugs;
  const kindOf = (address: string): string =>
    address
      .split("/")
      .map((segment) => (slugs.includes(segment) ? first : segment))
      .join("/");
  const kinds = [...new Set(site.documents.map(({ address }) => kindOf(address)))];
  return Promise.all(
    kinds.map(async (address) => {
      const documents = site.documents.filter((document) => kindOf(document.address) === address);
      const weight = weigh(await readFile(fileOf(site.folder, address), "utf8"));
      const heaviest = Math.max(...documents.map((document) => document.brotli));
      return { address, documents: documents.length, heaviest, weight };
    }),
  );
}

const fileOf = (folder: string, address: string): string =>
  path.join(folder, address.endsWith("/") ? `${address}index.html` : address);

/** Puts the bare page of every questionnaire beside it, and gives the questionnaires' addresses. */
async function addBarePages(site: DemoSite, samples: readonly Sample[]): Promise<string[]> {
  const own = new Set(site.questionnaires.map(({ address }) => address));
  const addresses = samples.map(({ address }) => address).filter((address) => own.has(address));
  for (const address of addresses) {
    const file = fileOf(site.folder, BARE + address);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bareHtml(await readFile(fileOf(site.folder, address), "utf8")));
  }
  return addresses;
}

/** The personal code of somebody in the round. */
const codeOf = async ({ tokenKey }: DemoSite): Promise<string> => formatCode(await tokenFor(tokenKey, "1"));

/** Every run of every page, from the process in the phone's namespace. */
async function measure(plan: MeasuringPlan): Promise<Visited[]> {
  const child = startInNamespace(path.join(import.meta.dirname, "measure.ts"), [JSON.stringify(plan)]);
  const ended = once(child, "exit");
  const total = plan.rounds.reduce((sum, { addresses }) => sum + addresses.length * plan.runs, 0);
  const progress = defaultEffects.progress("visits", total);
  const visits: Visited[] = [];
  child.on("message", (message) => {
    visits.push(visited.parse(message));
    progress.update(visits.length);
  });
  await ended;
  progress.stop();
  if (visits.length < total) throw new Error(`${visits.length} of ${total} visits took place`);
  return visits;
}

async function timesOf(
  site: DemoSite,
  samples: readonly Sample[],
  { runs, all, questionnaires: only }: { runs: number; all: boolean; questionnaires: boolean },
): Promise<{ questionnaires: string[]; visits: Visited[] }> {
  const questionnaires = await addBarePages(site, samples);
  const compared = questionnaires.flatMap((address) => [BARE + address, address]);
  const others = samples.map(({ address }) => address).filter((address) => !questionnaires.includes(address));
  const secrets = path.dirname(site.folder);
  const publicKeyHash = await makeCertificate(secrets, SERVER.address);
  const rounds = PROFILES.map((profile, i) => ({
    profile,
    addresses: (i === 0 && !only) || all ? [...compared, ...others] : compared.slice(0, 2),
  }));
  const plan = {
    site: site.folder,
    secrets,
    publicKeyHash,
    port: PORT,
    code: await codeOf(site),
    runs,
    rounds,
  };
  return { questionnaires, visits: await measure(plan) };
}

/** The Danish questionnaires: `/aarhus/`. */
const danish = ({ edge, questionnaires }: DemoSite) =>
  questionnaires.filter(({ address }) => edge.municipalities.some(({ slug }) => address === `/${slug}/`));

function sayGoals(goals: readonly Goal[]): boolean {
  say(["\nGoals", ...goals.map(({ met, line }) => `  ${met ? "met   " : "MISSED"} ${line}`)]);
  return goals.every(({ met }) => met);
}

const say = (lines: readonly string[]): void => lines.forEach((line) => defaultEffects.say(line));

async function bench(folder: string): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "3" },
      weights: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      questionnaires: { type: "boolean", default: false },
    },
  });
  const site = await buildDemoSite(folder, { municipalities: ALL_MUNICIPALITIES });
  const samples = await samplesOf(site);
  say(weightLines(samples));
  const weight = judgeWeight(danish(site), QUESTIONNAIRE_GOAL_BYTES);
  const hindrance = values.weights ? "as asked" : await whyNoNamespaces();
  if (hindrance !== null) {
    say([`\nNo times: ${hindrance}.`]);
    return sayGoals([weight]);
  }
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  if (load > processors) {
    say([
      `\nThe machine is busy (load ${load.toFixed(1)} on ${processors} processors): the times are too long.`,
    ]);
  }
  const { questionnaires, visits } = await timesOf(site, samples, { ...values, runs: Number(values.runs) });
  say(timeLines(visits));
  say(peerLines());
  return sayGoals([weight, ...questionnaires.flatMap((address) => judge(address, BARE + address, visits))]);
}

const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-page-"));
try {
  process.exitCode = (await bench(folder)) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
