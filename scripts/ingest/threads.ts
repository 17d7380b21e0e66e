/**
 * Threads that read extracts side by side. A file that takes too much time or memory loses its thread and nothing else: it
 * comes back as a problem of that file, and the next one gets a new thread.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Acceptance } from "#survey/frame/accepting.ts";
import type { FileProblemCode } from "#survey/frame/fileProblems.ts";
import { readFile, type ExtractFile } from "#survey/frame/readFile.ts";
import type { Reading } from "#survey/frame/readSheet.ts";
import { systemErrorCode } from "../errors.ts";
import { PeopleKeeper, type FrameEntry, type PackedPeople } from "./framePeople.ts";
import { packFile, unpackFile } from "./packing.ts";

export type IngestedFile = ExtractFile<readonly FrameEntry[]>;

export interface ReadRequest {
  name: string;
  bytes: Uint8Array;
  passwords: readonly string[];
  acceptances: readonly Acceptance[];
  round: ReadRound;
}

/** What of the round decides how a file is read. */
export interface ReadRound {
  periodFrom: string;
  periodTo: string;
  referenceDate: string;
  latest: string;
  /** Codes. */
  municipalities: readonly string[];
}

const MOST_THREADS = 4;
/** The largest real extract takes a few seconds on a slow machine. */
const MOST_MS = 60_000;
/** Far more than a file needs: a thread with little room spends a tenth of its time on collecting garbage. */
const RESOURCES = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 48 };

export const THREADS = Math.min(MOST_THREADS, availableParallelism());

const idle: Worker[] = [];

/** Reads a file in a thread of its own. The caller sees to it that no more than `THREADS` are at work at a time. */
export async function readInThread(request: ReadRequest, mostMs: number = MOST_MS): Promise<IngestedFile> {
  const worker = idle.pop() ?? newWorker();
  worker.ref();
  const packed = await answerOf(worker, request, mostMs);
  if (packed === null) {
    await worker.terminate();
    return failedFile(request.name, "reading_stopped", request.round);
  }
  worker.unref();
  idle.push(worker);
  return unpackFile(packed);
}

const newWorker = (): Worker =>
  new Worker(new URL("./thread.ts", import.meta.url), {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    resourceLimits: RESOURCES,
  });

/** Null when the thread ran out of memory or time. @throws what the thread threw: a bug. */
function answerOf(
  worker: Worker,
  request: ReadRequest,
  mostMs: number,
): Promise<ExtractFile<PackedPeople> | null> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed);
      settle();
    };
    const answered = (packed: ExtractFile<PackedPeople>): void => done(() => resolve(packed));
    const failed = (error: unknown): void =>
      done(() => {
        if (systemErrorCode(error) === "ERR_WORKER_OUT_OF_MEMORY") resolve(null);
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    const timer = setTimeout(() => done(() => resolve(null)), mostMs);
    worker.on("message", answered).on("error", failed);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(request, ownBuffer(request.bytes));
  });
}

/** A buffer that holds nothing else is handed over; one that is shared is copied. */
const ownBuffer = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];

/** What stands for a file that was never read: its name alone says whose it is. */
export function failedFile(name: string, code: FileProblemCode, round: ReadRound): IngestedFile {
  const reading: Reading = { ...round, classify: () => ({ ok: false, reason: "unknown" }) };
  const opened = { ok: false, problem: { code } } as const;
  const file = readFile(name, opened, reading, () => new PeopleKeeper(), new Set(round.municipalities));
  return unpackFile(packFile(file));
}
