/**
 * Makes the files of a wave, municipality by municipality. A long run puts what it has made in place now and then and says
 * so in the journal: a run that was interrupted goes on from there, and makes again only what is missing.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { lastRun, readJournal, type JournalLine } from "../journal.ts";
import type { Run } from "../run.ts";
import { VERSION } from "../version.ts";
import { batchFolder } from "./batchFolder.ts";
import type { WavePlan } from "./plan.ts";
import { changedFiles } from "./repeat.ts";
import type { SmsCounts } from "./smsFiles.ts";
import { removeStale, removeUnfinished } from "./waveFileNames.ts";
import type { WaveFiles } from "./waveFiles.ts";

export interface Job {
  plan: WavePlan;
  /** Everything that the files are made from; the same input gives the same bytes. */
  input: object;
  files(): Promise<WaveFiles>;
}

export interface Made {
  plan: WavePlan;
  /** Names of the files, from the round folder. */
  files: string[];
  sms: SmsCounts | null;
  /** Files that stood there with other bytes. */
  changed: string[];
  /** An interrupted run had made it. */
  resumed: boolean;
}

/** What a checkpoint remembers of a batch. */
interface Remembered {
  fingerprint: string;
  sms: SmsCounts | null;
  changed: string[];
  /** Names of the files, from the round folder. */
  files: string[];
}

/** Between checkpoints; each writes a line to the journal. */
const CHECKPOINT_MS = 15_000;

const fingerprintOf = (input: object): string =>
  createHash("sha256")
    .update(JSON.stringify({ version: VERSION, input }))
    .digest("hex");

const folderOf = ({ plan }: Job): string => batchFolder(plan.contact, plan);

/** Makes and stages the files of every job; what is left to commit is the end of the run. */
export async function makeAll(run: Run, jobs: readonly Job[], checkpointMs = CHECKPOINT_MS): Promise<Made[]> {
  const before = await interrupted(run, jobs);
  const remembered: Record<string, Remembered> = {};
  const made: Made[] = [];
  const progress = run.effects.progress(
    "Letters",
    jobs.reduce((sum, { plan }) => sum + plan.recipients.length, 0),
  );
  let letters = 0;
  let checkpoint = performance.now();
  for (const job of jobs) {
    const folder = folderOf(job);
    const fingerprint = fingerprintOf(job.input);
    const earlier = before.get(folder);
    const resumed = earlier?.fingerprint === fingerprint;
    const { sms, changed, files } = resumed ? earlier : await make(run, job);
    remembered[folder] = { fingerprint, sms, changed, files };
    made.push({ plan: job.plan, files, sms, changed, resumed });
    letters += job.plan.recipients.length;
    progress.update(letters);
    if (performance.now() - checkpoint < checkpointMs) continue;
    run.note("unfinished", remembered);
    await run.commit();
    checkpoint = performance.now();
  }
  progress.stop();
  run.note("unfinished", undefined);
  return made;
}

async function make(run: Run, job: Job): Promise<Pick<Made, "sms" | "changed" | "files">> {
  await removeUnfinished(run, folderOf(job));
  const { files, sms } = await job.files();
  const changed = await changedFiles(run, files);
  for (const { name, data, rows } of files) await run.write(name, data, rows === undefined ? {} : { rows });
  return { sms, changed, files: files.map(({ name }) => name) };
}

/** Puts in place what is staged and takes away what the wave has no more: the end of the run. */
export async function finish(run: Run, made: readonly Made[]): Promise<void> {
  await run.commit();
  for (const { plan, files } of made) await removeStale(run, batchFolder(plan.contact, plan), files);
}

/** The batches that an interrupted run has made and whose files stand as it left them, by folder. */
async function interrupted(run: Run, jobs: readonly Job[]): Promise<Map<string, Remembered>> {
  const journal = await readJournal(run);
  const last = lastRun(journal, run.command);
  const remembered = last === null ? null : rememberedIn(last);
  if (remembered === null) return new Map();
  const written = new Map(
    journal
      .filter((line) => line.command === run.command)
      .flatMap((line) => line.written.map((r) => [r.file, r.sha256])),
  );
  const standing = new Map<string, Remembered>();
  for (const folder of jobs.map(folderOf)) {
    const batch = remembered[folder];
    const files = (batch?.files ?? []).map((file) => [file, written.get(file)] as const);
    if (batch && (await allStand(run, files))) standing.set(folder, batch);
  }
  return standing;
}

async function allStand(
  run: Run,
  files: readonly (readonly [file: string, sha256: string | undefined])[],
): Promise<boolean> {
  for (const [file, sha256] of files) {
    const bytes = await readFile(run.path(file)).catch(() => null);
    if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256) return false;
  }
  return true;
}

function rememberedIn(line: JournalLine): Record<string, Remembered> | null {
  const { unfinished } = line;
  if (typeof unfinished !== "object" || unfinished === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- makeAll wrote it into the journal
  return unfinished as Record<string, Remembered>;
}
