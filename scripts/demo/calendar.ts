/**
 * Three weeks in a minute: the Worker's clock knows only today, so after each wave the day of the answers that have just
 * come is moved to one of the days after the letter, early ones the likeliest. Nothing else of an answer is touched.
 */
import { eq, inArray } from "drizzle-orm";
import { respondent } from "#db/schema.ts";
import { addDays, type IsoDate } from "#survey/dates.ts";
import { HALF_LIFE_DAYS } from "#survey/forecast/completeness.ts";
import type { Run } from "../run.ts";
import { withDatabase } from "../status/database.ts";
import { createRandom } from "./random.ts";

const DAYS_A_WAVE = 7;
/** D1 binds at most 100 parameters. */
const ROWS_A_STATEMENT = 90;

/** Moves everything sent today to the week that began on `letterDay`. */
export async function moveAnswers(
  run: Run,
  { today, letterDay, seed }: { today: IsoDate; letterDay: IsoDate; seed: string },
): Promise<void> {
  const random = createRandom(`${seed} days after ${letterDay}`);
  const delay = (): number =>
    Math.floor(-Math.log2(1 - random.next() * (1 - 2 ** (-DAYS_A_WAVE / HALF_LIFE_DAYS))) * HALF_LIFE_DAYS);
  await withDatabase(run, false, async (db) => {
    const [{ orm }] = db.shards;
    const rows = await orm
      .select({ rowId: respondent.rowId })
      .from(respondent)
      .where(eq(respondent.submittedOn, today))
      .orderBy(respondent.rowId);
    const byDay = new Map<IsoDate, string[]>();
    for (const { rowId } of rows) {
      const day = addDays(letterDay, Math.min(delay(), DAYS_A_WAVE - 1));
      byDay.set(day, [...(byDay.get(day) ?? []), rowId]);
    }
    for (const [day, rowIds] of byDay) {
      for (let start = 0; start < rowIds.length; start += ROWS_A_STATEMENT) {
        const ids = rowIds.slice(start, start + ROWS_A_STATEMENT);
        await orm.update(respondent).set({ submittedOn: day }).where(inArray(respondent.rowId, ids));
      }
    }
  });
}
