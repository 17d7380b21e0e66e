/**
 * Every folder `test/cases/<command>-<name>/input` is a round folder; the command must write exactly the files of
 * `expected`. `UPDATE_CASES=1` writes them anew, to be read in review. `ingest` has its own runner beside this one.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../../scripts/command.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { exportCommand } from "../../scripts/export.ts";
import { Run } from "../../scripts/run.ts";
import { sampleCommand } from "../../scripts/sample.ts";

const CASES = path.resolve(import.meta.dirname, "../cases");
const COMMANDS: Readonly<Record<string, Command>> = {
  sample: sampleCommand,
  estimate: estimateCommand,
  export: exportCommand,
};

const names = (await readdir(CASES)).filter((name) => (name.split("-")[0] ?? "") in COMMANDS);
const effects = { ...quiet(defaultEffects), now: () => new Date("2026-08-10T08:00:00Z") };

async function runCase(name: string, folder: string): Promise<void> {
  await cp(path.join(CASES, name, "input"), folder, { recursive: true });
  const command = COMMANDS[name.split("-")[0] ?? ""];
  if (!command) throw new Error(`no command for ${name}`);
  const run = new Run(folder, command.name, effects);
  try {
    await command.run(run, {});
  } finally {
    await run.discard();
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

describe("golden folders", () => {
  it.each(names)("%s", async (name) => {
    const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-case-"));
    const expected = path.join(CASES, name, "expected");
    try {
      await runCase(name, folder);
      const files = await filesUnder(expected);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const written = await readFile(path.join(folder, file), "utf8");
        if (process.env["UPDATE_CASES"] === "1") {
          await mkdir(path.dirname(path.join(expected, file)), { recursive: true });
          await writeFile(path.join(expected, file), written);
        }
        expect({ file, written }).toEqual({
          file,
          written: await readFile(path.join(expected, file), "utf8"),
        });
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
