/**
 * `erasures.csv`: who has had answers erased or wants no more letters, by respondent number. It outlives a backup of
 * everything else: what it says is done again before any command runs, so that a restored copy brings nothing back.
 */
import { readFile } from "node:fs/promises";
import * as z from "zod";
import { CliError, systemErrorCode } from "../errors.ts";
import { readTable, writeTable } from "../io/table.ts";
import type { Run } from "../run.ts";

export const ERASURES_FILE = "erasures.csv";
/** What citizens have asked for on paper: file names begin with the respondent number. */
export const COPY_FOLDER = "copies";
const COLUMNS = ["respondent", "wish", "recorded"] as const;

/**
 * `erased`: asked for through the municipality or the consultant. `withdrawn`: by the citizen on the page, remembered when
 * `status` or `pull` saw it. `no_reminders`: no more letters; what is answered stays.
 */
export const WISHES = ["erased", "withdrawn", "no_reminders"] as const;
export type WishKind = (typeof WISHES)[number];

export interface Wish {
  respondent: string;
  wish: WishKind;
  /** Moment in UTC, ISO 8601. */
  recorded: string;
}

const wishSchema = z.object({
  respondent: z.string().regex(/^\d{4}-\d{5}$/),
  wish: z.enum(WISHES),
  recorded: z.iso.datetime(),
});

/** Every wish, oldest first; none when there is no file. @throws CliError naming the row that is none. */
export async function readWishes(run: Pick<Run, "path">): Promise<Wish[]> {
  const file = run.path(ERASURES_FILE);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  });
  if (text === null) return [];
  return readTable(text, COLUMNS, file).map((row, i) => {
    const parsed = wishSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new CliError({
      what: "the row is no erasure",
      where: `${file}, row ${i + 2}`,
      how: "Put back your latest copy of erasures.csv: without it, answers that were erased could come back.",
    });
  });
}

/** Whose answers must not be there. */
export const erasedOf = (wishes: readonly Wish[]): Set<string> =>
  new Set(wishes.filter(({ wish }) => wish !== "no_reminders").map(({ respondent }) => respondent));

/** Stages the file with these wishes added; each person's wish stands once. Gives how many are new. */
export async function addWishes(run: Run, wishes: readonly Omit<Wish, "recorded">[]): Promise<number> {
  const before = await readWishes(run);
  const erased = erasedOf(before);
  const known = new Set(before.map(({ respondent, wish }) => `${respondent} ${wish}`));
  const added = wishes
    .filter(({ respondent, wish }) => !known.has(`${respondent} ${wish}`))
    // Who was erased through the consultant is withdrawn in the database: nothing new.
    .filter(({ respondent, wish }) => wish !== "withdrawn" || !erased.has(respondent))
    .map((wish) => ({ ...wish, recorded: `${run.effects.now().toISOString().slice(0, 19)}Z` }));
  if (added.length === 0) return 0;
  const all = [...before, ...added];
  await run.write(ERASURES_FILE, writeTable(COLUMNS, all), { rows: all.length });
  return added.length;
}
