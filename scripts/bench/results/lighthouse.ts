/**
 * `npm run check:lighthouse`: Lighthouse, with its own settings for a phone, on results pages of a national round as the Worker
 * serves them. Goal: 100 in performance, accessibility, best practices and SEO, each the median of the runs. Prints the
 * scores and what Lighthouse finds fault with; exit code 1 when a goal is missed. `--runs <n>` of each page (3).
 * Lighthouse is not among our packages (it is larger than all of them): npm fetches it once.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import * as z from "zod";
import { defaultEffects } from "../../effects.ts";
import { startWorker } from "../../io/worker.ts";
import { median } from "../page/median.ts";
import { buildNationalSite, MEASURED } from "./nationalSite.ts";

const LIGHTHOUSE = "lighthouse@13.5.0";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const CHROME = "--headless=new --no-sandbox --disable-quic --disable-background-networking";
const GOAL = 100;

/** What is read of a report. */
const reportSchema = z.object({
  categories: z.record(
    z.enum(CATEGORIES),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});
type Report = z.infer<typeof reportSchema>;

async function visit(url: string, folder: string): Promise<Report> {
  const file = path.join(folder, "report.json");
  const options = ["--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=${CHROME}`];
  const categories = `--only-categories=${CATEGORIES.join(",")}`;
  await promisify(execFile)(
    "npm",
    ["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", url, ...options, categories],
    { cwd: folder },
  );
  return reportSchema.parse(JSON.parse(await readFile(file, "utf8")));
}

const scoreOf = (report: Report, category: (typeof CATEGORIES)[number]): number =>
  Math.round((report.categories[category].score ?? 0) * 100);

/** Weighted audits below full marks. */
const faultsOf = ({ categories, audits }: Report): string[] =>
  CATEGORIES.flatMap((category) =>
    categories[category].auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score === 1) return [];
      return [`    ${category}: ${id} ${audit.score} ${audit.title} ${audit.displayValue ?? ""}`];
    }),
  );

async function check(folder: string, runs: number): Promise<boolean> {
  const site = await buildNationalSite(folder);
  defaultEffects.say(`built ${site.documents.length} pages in ${site.seconds.toFixed(0)} s`);
  const worker = await startWorker({
    persistTo: path.join(folder, "d1"),
    assets: site.folder,
    pepper: site.pepper,
    port: 0,
  });
  let isMet = true;
  for (const address of MEASURED) {
    const reports: Report[] = [];
    for (let run = 0; run < runs; run++) reports.push(await visit(worker.url + address, folder));
    const scores = CATEGORIES.map((category) => median(reports.map((report) => scoreOf(report, category))));
    isMet &&= scores.every((score) => score >= GOAL);
    defaultEffects.say(`${address}  ${CATEGORIES.map((name, i) => `${name} ${scores[i]}`).join(", ")}`);
    for (const fault of new Set(reports.flatMap(faultsOf))) defaultEffects.say(fault);
  }
  await worker.stop();
  return isMet;
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-lighthouse-"));
try {
  if (!(await check(folder, Number(values.runs)))) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
