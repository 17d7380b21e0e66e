/**
 * Every folder test/cases/ingest-<name>/input is a round; what `ingest` makes of it stands in `expected`, the quality
 * workbooks as text. `UPDATE_CASES=1 vitest run test/scripts/ingest` writes the expectations anew: read the difference.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { outcome, runIngest } from "./runIngest.ts";

const CASES = path.resolve(import.meta.dirname, "../../cases");
const names = (await readdir(CASES)).filter((name) => name.startsWith("ingest-"));

async function expectedOf(name: string): Promise<Record<string, string>> {
  const folder = path.join(CASES, name, "expected");
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return Object.fromEntries(files.map((file, i) => [file, texts[i] ?? ""]));
}

async function update(name: string, files: Record<string, string>): Promise<void> {
  const folder = path.join(CASES, name, "expected");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
}

describe("ingest makes of each golden folder what is expected", () => {
  it.each(names)("%s", async (name) => {
    const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-case-"));
    await cp(path.join(CASES, name, "input"), folder, { recursive: true });
    const files = await outcome(folder, await runIngest(folder));
    if (process.env["UPDATE_CASES"] === "1") await update(name, files);
    expect(files).toStrictEqual(await expectedOf(name));
  });
});
