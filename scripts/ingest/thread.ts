/** The thread that opens and reads extracts, one after the other, for `threads.ts`. */
import { parentPort } from "node:worker_threads";
import { createClassifier } from "#survey/benefits.ts";
import { readFile } from "#survey/frame/readFile.ts";
import type { Reading } from "#survey/frame/readSheet.ts";
import { openExtract } from "../io/extract.ts";
import { PeopleKeeper } from "./framePeople.ts";
import { packFile } from "./packing.ts";
import type { ReadRequest } from "./threads.ts";

const readings = new Map<string, Reading>();

/** One classifier for all files of a round: it remembers the spellings it has met. */
function readingOf({ round }: ReadRequest): Reading {
  const key = JSON.stringify(round);
  const reading = readings.get(key) ?? {
    classify: createClassifier(round.periodFrom, round.referenceDate),
    referenceDate: round.referenceDate,
    periodTo: round.periodTo,
    latest: round.latest,
  };
  readings.set(key, reading);
  return reading;
}

parentPort?.on("message", (request: ReadRequest) => {
  void (async () => {
    const opened = await openExtract(request.name, request.bytes, request.passwords);
    const inRound = new Set(request.round.municipalities);
    const { name, acceptances } = request;
    const file = readFile(name, opened, readingOf(request), () => new PeopleKeeper(), inRound, acceptances);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(packFile(file));
  })();
});
