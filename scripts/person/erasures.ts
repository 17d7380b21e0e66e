/** Does again what `erasures.csv` says, in the files of the round and in its database. */
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import type { Database } from "#db/database.ts";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { eraseRespondents, stopReminders, type StandingWish } from "#db/queries/eraseRespondents.ts";
import { rowIds } from "#db/rowId.ts";
import { systemErrorCode } from "../errors.ts";
import { commitFiles, stageFile } from "../io/atomic.ts";
import { CsvRows } from "../io/csvRows.ts";
import { quoted } from "../io/table.ts";
import { lastWritten, readJournal, type JournalLine } from "../journal.ts";
import { readRoundKey, ROUND_KEY_FILE } from "../keys.ts";
import { Run } from "../run.ts";
import { copenhagenDay } from "../status/today.ts";
import { COPY_FOLDER, erasedOf, readWishes, type Wish } from "./wishes.ts";

/** A row a person, or several, under the person's respondent number. */
const ANSWER_FILES = ["answers/answers.csv", "answers/local.csv", "answers/freetext.csv"];
/** What is made of answers and cannot be cut by respondent number: it goes whole, and is made again without the person. */
const DERIVED_FOLDERS = ["export", "review"];
/** `0751-00042`, which the names of a person's copies begin with. */
const RESPONDENT_LENGTH = 10;

/** The text without the rows of these respondents, and how many there were. Quoted line breaks stay inside their rows. */
export function withoutRows(text: string, respondents: ReadonlySet<string>): { text: string; cut: number } {
  const reader = new CsvRows(text);
  const kept: string[] = [];
  let cut = 0;
  for (let first = true; reader.next(); first = false) {
    const fields = reader.fields();
    if (!first && respondents.has(fields[0] ?? "")) cut++;
    else kept.push(fields.map(quoted).join(","));
  }
  return { text: cut === 0 ? text : `${kept.join("\n")}\n`, cut };
}

const readIfThere = (run: Run, name: string): Promise<string | null> =>
  readFile(run.path(name), "utf8").catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  });

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Cuts the rows of erased people. A file that is not as its command left it stays so: nothing may be counted from it. */
async function cutAnswers(
  run: Run,
  journal: readonly JournalLine[],
  erased: ReadonlySet<string>,
): Promise<number> {
  const written = lastWritten(journal);
  let rows = 0;
  for (const name of ANSWER_FILES) {
    const text = await readIfThere(run, name);
    if (text === null) continue;
    const left = withoutRows(text, erased);
    rows += left.cut;
    if (left.cut === 0) continue;
    if (written.get(name) === sha256(text)) await run.write(name, left.text);
    else await commitFiles([await stageFile(run.path(name), left.text)]);
  }
  return rows;
}

/** When each person's answers were erased. */
function erasedAt(wishes: readonly Wish[]): Map<string, string> {
  const erased = wishes.filter(({ wish }) => wish !== "no_reminders");
  return new Map(erased.map(({ respondent, recorded }) => [respondent, recorded]));
}

/** Files made of the answers of erased people, with the moment before which they must have been made: a person's copies too. */
async function madeOf(run: Run, wishes: readonly Wish[]): Promise<{ name: string; before: string }[]> {
  const files: { name: string; before: string }[] = [];
  const last = wishes.findLast(({ wish }) => wish === "erased")?.recorded;
  if (last !== undefined) {
    for (const folder of DERIVED_FOLDERS)
      for (const file of await run.list(folder)) files.push({ name: `${folder}/${file}`, before: last });
  }
  const erased = erasedAt(wishes);
  for (const file of await run.list(COPY_FOLDER)) {
    const before = erased.get(file.slice(0, RESPONDENT_LENGTH));
    if (before !== undefined) files.push({ name: `${COPY_FOLDER}/${file}`, before });
  }
  return files;
}

/** Deletes what was made of answers before they were erased. */
async function deleteDerived(
  run: Run,
  journal: readonly JournalLine[],
  wishes: readonly Wish[],
): Promise<string[]> {
  const deleted: string[] = [];
  for (const { name, before } of await madeOf(run, wishes)) {
    const made = journal.findLast((line) => line.written.some((record) => record.file === name))?.time;
    if (made !== undefined && made.slice(0, 19) > before.slice(0, 19)) continue;
    await rm(run.path(name), { recursive: true });
    deleted.push(name);
  }
  return deleted;
}

export interface AppliedErasures {
  /** Rows that were cut from tables of answers. */
  rows: number;
  /** Files made of answers that were deleted. */
  deleted: string[];
}

/** Erases again in the files of the round. Done before any command runs, it brings nothing back from a restored copy. */
export async function applyErasures({ folder, effects }: Run): Promise<AppliedErasures> {
  const run = new Run(folder, "erasures", effects);
  await run.ready();
  const wishes = await readWishes(run);
  const erased = erasedOf(wishes);
  if (erased.size === 0) return { rows: 0, deleted: [] };
  const journal = await readJournal(run);
  const rows = await cutAnswers(run, journal, erased);
  const deleted = await deleteDerived(run, journal, wishes);
  if (rows === 0 && deleted.length === 0) return { rows, deleted };
  run.note("erasedAgain", { rows, deleted });
  await run.commit();
  effects.warn(
    `erasures.csv was applied: ${rows} rows of erased people cut, ${deleted.length} files made of them deleted`,
  );
  return { rows, deleted };
}

/** Erases again in the database. Every script that opens it does this first. @returns answers that were there */
export async function applyInDatabase(run: Run, db: Database): Promise<number> {
  const wishes = await readWishes(run);
  if (wishes.length === 0 || !(await run.exists(ROUND_KEY_FILE))) return 0;
  const keys = await deriveKeys(await readRoundKey(run));
  const rowIdOf = await rowIds(keys.pepper);
  const standing = async (list: readonly Wish[]): Promise<StandingWish[]> =>
    Promise.all(
      list.map(async ({ respondent, recorded }) => ({
        rowId: await rowIdOf(await tokenFor(keys.tokenKey, respondent)),
        on: copenhagenDay(new Date(recorded)),
      })),
    );
  const erased = erasedOf(wishes);
  await stopReminders(db, await standing(wishes.filter(({ respondent }) => !erased.has(respondent))));
  return eraseRespondents(db, await standing(wishes.filter(({ wish }) => wish !== "no_reminders")));
}
