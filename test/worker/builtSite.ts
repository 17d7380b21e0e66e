/** Before the Worker's tests: the real site of their round, built once, removed afterwards. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../scripts/io/siteBuild.ts";
import { edge } from "./round.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the built site. */
    site: string;
  }
}

export default async function buildTestSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-worker-"));
  const edgeFile = path.join(folder, "edge.json");
  await writeFile(edgeFile, JSON.stringify(edge));
  const site = path.join(folder, "site");
  await buildSite({ edge: edgeFile, out: site });
  project.provide("site", site);
  return () => rm(folder, { recursive: true, force: true });
}
