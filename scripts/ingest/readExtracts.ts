/** Reads all files of `extracts/`, several at a time; the result is in the order of their names. */
import { stat } from "node:fs/promises";
import type { Acceptance } from "#survey/frame/accepting.ts";
import type { FileProblem } from "#survey/frame/fileProblems.ts";
import type { Round } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import { isLeftover } from "../io/extract.ts";
import { MOST_FILE_BYTES } from "../io/extractLimits.ts";
import type { Run } from "../run.ts";
import { inParallel } from "./inParallel.ts";
import { askPassword, type PasswordBook } from "./passwords.ts";
import { failedFile, readInThread, type IngestedFile, type ReadRequest, type ReadRound } from "./threads.ts";

export const FOLDER = "extracts";
const HOW = "Put the municipalities' files (.xlsx, .ods, .csv) into the folder extracts/ of the round.";

export interface ReadingOptions {
  acceptances: readonly Acceptance[];
  passwords: PasswordBook;
}

export async function readExtracts(run: Run, round: Round, options: ReadingOptions): Promise<IngestedFile[]> {
  const names = (await run.list(FOLDER)).filter((name) => !isLeftover(name));
  if (names.length === 0)
    throw new CliError({ what: "there are no extracts", where: run.path(FOLDER), how: HOW });
  const progress = run.effects.progress("Reading extracts", names.length);
  const files: IngestedFile[] = [];
  try {
    let read = 0;
    const requestOf = requestsOf(round, options);
    await inParallel(filesOf(run, names), async ({ index, name, bytes }) => {
      const request = requestOf(name, bytes ?? new Uint8Array());
      files[index] =
        bytes === null ? failedFile(name, "file_too_large", request.round) : await readInThread(request);
      progress.update(++read);
    });
  } finally {
    progress.stop();
  }
  await openProtected(run, files, requestsOf(round, options));
  for (const { file, tables } of files)
    run.readRows(
      `${FOLDER}/${file}`,
      tables.reduce((rows, { received }) => rows + sumOf(received), 0),
    );
  return files;
}

type RequestOf = (name: string, bytes: Uint8Array) => ReadRequest;

/** How the round's dates and rules read a file. */
function requestsOf(round: Round, { acceptances, passwords }: ReadingOptions): RequestOf {
  const { referenceDate, period, deadlines, municipalities } = round;
  const read: ReadRound = {
    periodFrom: period.from,
    periodTo: period.to,
    referenceDate,
    latest: deadlines.extract > referenceDate ? deadlines.extract : referenceDate,
    municipalities: municipalities.map(({ code }) => code),
  };
  return (name, bytes) => ({ name, bytes, passwords: passwords.of(name), acceptances, round: read });
}

interface FoundFile {
  index: number;
  name: string;
  /** Null when the file is larger than any extract: it is not even taken into memory. */
  bytes: Uint8Array | null;
}

/** The files in the order of their names. */
async function* filesOf(run: Run, names: readonly string[]): AsyncGenerator<FoundFile> {
  for (const [index, name] of names.entries()) {
    const path = `${FOLDER}/${name}`;
    const { size } = await stat(run.path(path));
    yield { index, name, bytes: size > MOST_FILE_BYTES ? null : await run.readBytes(path, HOW) };
  }
}

/** Asks for the passwords that are still missing, file by file. */
async function openProtected(run: Run, files: IngestedFile[], requestOf: RequestOf): Promise<void> {
  for (const [index, { file, problems }] of files.entries()) {
    if (!problems.some(isLocked)) continue;
    const bytes = await run.readBytes(`${FOLDER}/${file}`, HOW);
    const opened = await askPassword(run.effects, file, async (password) => {
      const read = await readInThread({
        // A thread keeps the bytes it is given: the next try needs its own.
        ...requestOf(file, Uint8Array.from(bytes)),
        passwords: [password],
      });
      return read.problems.some(isLocked) ? null : read;
    });
    if (opened !== null) files[index] = opened;
  }
}

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const isLocked = ({ code }: FileProblem): boolean => code === "encrypted" || code === "password_wrong";
