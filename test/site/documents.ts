/** The site built once for a test file, from the fixture round. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Edge } from "#survey/edge.ts";
import { buildSite, type BuiltSite } from "../../scripts/io/siteBuild.ts";
import { edgeFixture } from "./edge.ts";

export interface SiteFixture {
  edge: Edge;
  site: () => BuiltSite;
  /** Where the site lies. */
  folder: () => string;
  /** The text of a file of the site. */
  read: (file: string) => Promise<string>;
}

/** What is shown of rounds, as JSON. */
export interface ShownResults {
  results: unknown;
  corrections?: unknown;
  earlier?: readonly unknown[];
}

export function builtSite(edge: Edge = edgeFixture(), shown?: ShownResults): SiteFixture {
  let folder = "";
  let built: BuiltSite;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "borgersvar-site-"));
    const write = async (name: string, content: unknown): Promise<string> => {
      const file = path.join(folder, name);
      await writeFile(file, JSON.stringify(content));
      return file;
    };
    built = await buildSite({
      edge: await write("edge.json", edge),
      results: shown && (await write("results.json", shown.results)),
      corrections: shown?.corrections ? await write("corrections.json", shown.corrections) : undefined,
      earlier: await Promise.all(
        (shown?.earlier ?? []).map(async (results, i) => ({ results: await write(`${i}.json`, results) })),
      ),
      out: path.join(folder, "site"),
    });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    edge,
    site: () => built,
    folder: () => path.join(folder, "site"),
    read: (file) => readFile(path.join(folder, "site", file), "utf8"),
  };
}
