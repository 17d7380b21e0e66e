/**
 * Builds the site from edge.json and, when there is one, results.json: Astro writes the pages, then every document is
 * checked, `_headers` and `edge.json` are written beside them, and the folder is put in place as a whole.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  access,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { edgeSchema, type Edge } from "#survey/edge.ts";
import { segmentOf } from "#survey/languages.ts";
import { listDownloads, writeDownloads, type RoundFiles } from "../downloads/place.ts";
import { CliError, systemErrorCode } from "../errors.ts";
import { stayOffline } from "../offline.ts";
import { lowContrasts } from "./siteContrast.ts";
import { headersFile, isResults, policyOf } from "./siteHeaders.ts";
import { readDocuments, readLaterScripts, type LaterScript, type SiteDocument } from "./siteDocuments.ts";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const TOKENS = path.join(REPOSITORY, "site/styles/tokens.css");
const ASTRO = path.join(REPOSITORY, "node_modules/astro/bin/astro.mjs");

/** Astro keeps what it works with in the folder it writes to, when that is in the repository: so two builds do not meet. */
const WORKSHOP = path.join(REPOSITORY, ".astro");

/** Stands in the service worker where the build's fingerprint belongs. */
const BUILD_MARK = "@build@";

/** A questionnaire should be at most the first, and never more than the second (UX §5). */
export const QUESTIONNAIRE_GOAL_BYTES = 6 * 1024;
export const QUESTIONNAIRE_MAX_BYTES = 10 * 1024;
export const SERVICE_WORKER_MAX_BYTES = 512;
/** A results page should be at most the first, that of a municipality at most the second (UX §5). */
export const RESULTS_MAX_BYTES = 8 * 1024;
export const MUNICIPALITY_RESULTS_MAX_BYTES = 12 * 1024;

/** What is shown of a round: paths of audited results and of their corrections. */
export interface EditionFiles {
  results: string;
  corrections?: string;
}

export interface SiteInputs {
  /** Path of edge.json. */
  edge: string;
  /** Path of an audited results.json. */
  results?: string | undefined;
  /** Path of what has been corrected in them since they were first shown. */
  corrections?: string | undefined;
  /** The same two files of earlier rounds, the latest first. */
  earlier?: readonly EditionFiles[];
  /** The files that readers can download, a round each. */
  downloads?: readonly RoundFiles[];
  /** Folder of the site; one that is there is replaced. */
  out: string;
}

export interface BuiltSite {
  documents: readonly SiteDocument[];
  /** The questionnaires among them, one a municipality and language. */
  questionnaires: readonly SiteDocument[];
  /** What a questionnaire fetches once it stands: its extras, one a language, and the service worker. */
  later: { extras: readonly LaterScript[]; serviceWorker: LaterScript };
}

/** @throws CliError when an input is missing or broken, or a municipality's texts make its questionnaire too heavy. */
export async function buildSite(
  inputs: SiteInputs,
  effects: { say(line: string): void } = { say: () => {} },
): Promise<BuiltSite> {
  const { edge, downloads = [], out } = inputs;
  const round = await readEdge(edge);
  await refuseOtherFolder(out);
  const [low] = lowContrasts(await readFile(TOKENS, "utf8"));
  if (low !== undefined) throw new Error(`${TOKENS}: ${low}`);
  await mkdir(WORKSHOP, { recursive: true });
  const built = await mkdtemp(path.join(WORKSHOP, "site-"));
  try {
    await runAstro({ ...inputs, out: built });
    await writeDownloads(built, downloads);
    const site = await finish(built, edge, round);
    await putInPlace(built, path.resolve(out));
    for (const line of weights(site)) effects.say(line);
    return site;
  } finally {
    await rm(built, { recursive: true, force: true });
  }
}

async function readEdge(file: string): Promise<Edge> {
  const how = "Run `borgersvar publish` to make it";
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === null) throw error;
    throw new CliError({ what: `edge.json cannot be read (${code})`, where: file, how });
  }
  try {
    return edgeSchema.parse(JSON.parse(text));
  } catch (error) {
    const what = `edge.json is not valid: ${error instanceof Error ? error.message : String(error)}`;
    throw new CliError({ what, where: file, how });
  }
}

/** Whatever else stands there is somebody's. */
async function refuseOtherFolder(out: string): Promise<void> {
  const names: string[] = await readdir(out).catch(() => []);
  if (names.length === 0 || names.includes("edge.json")) return;
  const how = "Name an empty folder, or the folder of an earlier build";
  throw new CliError({ what: "the folder holds something that is not a built site", where: out, how });
}

async function runAstro(inputs: SiteInputs): Promise<void> {
  const { edge, results, corrections, earlier = [], downloads = [], out } = inputs;
  stayOffline();
  const child = spawn(process.execPath, [ASTRO, "build", "--root", REPOSITORY], {
    cwd: REPOSITORY,
    env: {
      ...process.env,
      BORGERSVAR_EDGE: path.resolve(edge),
      BORGERSVAR_RESULTS: results ? path.resolve(results) : "",
      BORGERSVAR_CORRECTIONS: corrections ? path.resolve(corrections) : "",
      BORGERSVAR_EARLIER: JSON.stringify(earlier),
      BORGERSVAR_DOWNLOADS: JSON.stringify(listDownloads(downloads)),
      BORGERSVAR_OUT: out,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`astro build ended with ${code}\n${output}`);
}

async function finish(folder: string, edge: string, round: Edge): Promise<BuiltSite> {
  const documents = await readDocuments(folder);
  const addresses = new Set(
    round.municipalities.flatMap(({ slug }) =>
      round.languages.map((language) => `/${slug}/${segmentOf(language)}`),
    ),
  );
  const questionnaires = documents.filter(({ address }) => addresses.has(address));
  await nameBuild(folder, documents);
  const later = await readLaterScripts(folder);
  const headers = headersFile(
    documents,
    later.extras.map(({ hash }) => hash),
  );
  await access(path.join(folder, "404.html"));
  for (const document of documents) checkDocument(document, headers);
  for (const document of questionnaires) checkQuestionnaire(document, edge);
  await writeFile(path.join(folder, "_headers"), headers);
  await copyFile(edge, path.join(folder, "edge.json"));
  if (later.serviceWorker.brotli > SERVICE_WORKER_MAX_BYTES)
    throw new Error(`sw.js is ${later.serviceWorker.brotli} bytes, more than ${SERVICE_WORKER_MAX_BYTES}`);
  return { documents, questionnaires, later };
}

/** The service worker's copy is of this build: what its pages are is its name. */
async function nameBuild(folder: string, documents: readonly SiteDocument[]): Promise<void> {
  const file = path.join(folder, "sw.js");
  const script = await readFile(file, "utf8");
  if (!script.includes(BUILD_MARK)) throw new Error(`sw.js has no ${BUILD_MARK}`);
  const print = createHash("sha256");
  for (const { address, hash } of documents) print.update(`${address} ${hash}\n`);
  await writeFile(file, script.replaceAll(BUILD_MARK, print.digest("hex").slice(0, 8)));
}

/** @throws Error when a page would not work, or not be safe, as it is served: that is a bug of the page. */
function checkDocument({ address, scripts, styles, assets, forbidden }: SiteDocument, headers: string): void {
  const policy = policyOf(address, headers);
  const missing = [...scripts, ...styles].find((hash) => !policy.includes(hash));
  if (missing) throw new Error(`${address}: the policy lacks ${missing}`);
  if (forbidden[0]) throw new Error(`${address}: the policy blocks the attribute in ${forbidden[0]}`);
  const foreign = assets.find((asset) => !isResults(address) || !/^\/(?!\/)/.test(asset));
  if (foreign !== undefined) throw new Error(`${address}: fetches ${foreign}`);
}

function checkQuestionnaire({ address, brotli }: SiteDocument, edge: string): void {
  if (brotli <= QUESTIONNAIRE_MAX_BYTES) return;
  throw new CliError({
    what: `the questionnaire ${address} is ${brotli} bytes compressed, more than ${QUESTIONNAIRE_MAX_BYTES}`,
    where: edge,
    how: "Shorten the municipality's local questions in round.json",
  });
}

/** The old folder stands until the new one is whole beside it. */
async function putInPlace(built: string, out: string): Promise<void> {
  const [temporary, old] = [`${out}.${process.pid}.tmp`, `${out}.${process.pid}.old`];
  await cp(built, temporary, { recursive: true });
  await rename(out, old).catch((error: unknown) => {
    if (systemErrorCode(error) !== "ENOENT") throw error;
  });
  await rename(temporary, out);
  await rm(old, { recursive: true, force: true });
}

function weights({ documents, questionnaires, later }: BuiltSite): string[] {
  const heaviest = questionnaires.reduce((most, { brotli }) => Math.max(most, brotli), 0);
  const goal = `goal ${QUESTIONNAIRE_GOAL_BYTES}, limit ${QUESTIONNAIRE_MAX_BYTES}`;
  return [
    `${documents.length} pages; ${questionnaires.length} questionnaires, the heaviest ${heaviest} bytes compressed (${goal})`,
    `after a questionnaire: extras ${Math.max(...later.extras.map(({ brotli }) => brotli))} bytes, service worker ${later.serviceWorker.brotli} (limit ${SERVICE_WORKER_MAX_BYTES})`,
  ];
}
