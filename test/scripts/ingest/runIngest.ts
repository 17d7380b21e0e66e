/** Runs `ingest` on a folder as the command line would, with a clock that stands still, and reads what it wrote. */
import { mkdtemp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { textOf } from "#survey/frame/cells.ts";
import type { RoundInput } from "#survey/round.ts";
import type { CommandResult, OptionValues } from "../../../scripts/command.ts";
import type { Effects } from "../../../scripts/effects.ts";
import { ingestCommand } from "../../../scripts/ingest.ts";
import { Run } from "../../../scripts/run.ts";

const effects: Effects = {
  now: () => new Date("2026-08-10T08:00:00Z"),
  random: () => {
    throw new Error("ingest needs no randomness");
  },
  say: () => {},
  warn: () => {},
  progress: () => ({ update() {}, stop() {} }),
  ask: () => Promise.resolve(null),
  input: () => Promise.resolve(null),
};

/** A new round folder with these extracts. */
export async function roundFolder(
  round: RoundInput,
  extracts: Readonly<Record<string, Uint8Array | string>>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-ingest-"));
  await writeFile(path.join(folder, "round.json"), JSON.stringify(round));
  await mkdir(path.join(folder, "extracts"));
  for (const [name, content] of Object.entries(extracts))
    await writeFile(path.join(folder, "extracts", name), content);
  return folder;
}

export async function runIngest(
  folder: string,
  options: OptionValues = {},
  ask: Effects["ask"] = () => Promise.resolve(null),
): Promise<CommandResult> {
  const run = new Run(folder, ingestCommand.name, { ...effects, ask });
  try {
    return await ingestCommand.run(run, options);
  } finally {
    await run.discard();
  }
}

/** The text of a file of the round, or null when it was not written. */
export const readWritten = (folder: string, name: string): Promise<string | null> =>
  readFile(path.join(folder, name), "utf8").catch(() => null);

/** A workbook as text: each sheet's name, then its rows, cells apart by a bar. */
export async function workbookText(file: string): Promise<string> {
  const { sheets } = await readXlsx(await readFile(file));
  return sheets
    .map(({ name, rows }) =>
      [`# ${name}`, ...rows.map((row) => row.map(textOf).join(" | ").trimEnd())].join("\n"),
    )
    .join("\n\n")
    .concat("\n");
}

/** Everything that a run wrote and said, by file name, as text that can stand in a golden folder. */
export async function outcome(folder: string, result: CommandResult): Promise<Record<string, string>> {
  const data = JSON.stringify({ exitCode: result.exitCode ?? 0, ...result.data }, null, 1);
  const files: Record<string, string> = { "result.json": `${data.replaceAll(`${folder}/`, "")}\n` };
  const names = await readdir(path.join(folder, "frame")).catch(() => []);
  for (const name of names) {
    const file = path.join(folder, "frame", name);
    if (name.endsWith(".xlsx")) files[name.replace(".xlsx", ".txt")] = await workbookText(file);
    else files[name] = await readFile(file, "utf8");
  }
  return files;
}
