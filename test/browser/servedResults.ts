/** The results pages as they are published, for a test: built from a results.json with the files to download, served by the real Worker. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Results } from "#survey/results.ts";
import { downloads } from "../../scripts/downloads/files.ts";
import { resultsText } from "../../scripts/estimate/resultsJson.ts";
import { buildSite, type BuiltSite } from "../../scripts/io/siteBuild.ts";
import { startWorker } from "../../scripts/io/worker.ts";
import { edgeFixture } from "../site/edge.ts";
import { watchPolicy } from "./policy.ts";
import { launchChromium } from "../../scripts/bench/chromium.ts";

export interface ResultsSite {
  /** The folder that would be deployed. */
  folder(): string;
  built(): BuiltSite;
  /** A new browser profile, opened at an address of the site. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
}

/** For a test file: one built site, with results or before there are any. A page that breaks fails its test. */
export function resultsSite(results: Results | null): ResultsSite {
  let folder: string;
  let built: BuiltSite;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  let browser: Browser;
  let problems: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "borgersvar-results-"));
    const file = async (name: string, content: unknown) => {
      await writeFile(path.join(folder, name), JSON.stringify(content));
      return path.join(folder, name);
    };
    built = await buildSite({
      edge: await file("edge.json", edgeFixture()),
      results: results ? await file("results.json", results) : undefined,
      downloads: results
        ? [{ round: results.round.id, files: await downloads(resultsText(results), "CC-BY-4.0") }]
        : [],
      out: path.join(folder, "site"),
    });
    worker = await startWorker({
      persistTo: path.join(folder, "d1"),
      assets: path.join(folder, "site"),
      pepper: Buffer.alloc(32).toString("base64url"),
      port: 0,
    });
    browser = await launchChromium();
  });
  afterEach(async () => {
    const found = problems;
    problems = [];
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await worker.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    folder: () => path.join(folder, "site"),
    built: () => built,
    async open(address, options = {}) {
      const context = await browser.newContext(options);
      await watchPolicy(context, problems);
      const page = await context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      await page.goto(worker.url + address);
      return page;
    },
  };
}
