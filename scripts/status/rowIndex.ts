/** Who stands behind a row of the database: found again by deriving every code of the sample, never stored. */
import { canaryName, canaryRowId } from "#db/canary.ts";
import { tokenFor, type RoundKeys } from "#db/keys.ts";
import { rowIds } from "#db/rowId.ts";
import type { Effects } from "../effects.ts";

/** Respondent numbers by row id, and the canary of each of their municipalities (`isCanary`). */
export type RowIndex = ReadonlyMap<string, string>;

const STEP = 500;

/** Derives code and row id of every respondent. About 20,000 a second. */
export async function rowIndex(
  keys: Pick<RoundKeys, "tokenKey" | "pepper">,
  respondents: readonly string[],
  effects: Pick<Effects, "progress">,
): Promise<RowIndex> {
  const rowIdOf = await rowIds(keys.pepper);
  const index = new Map<string, string>();
  const progress = effects.progress("Koder", respondents.length);
  for (let start = 0; start < respondents.length; start += STEP) {
    const slice = respondents.slice(start, start + STEP);
    const ids = await Promise.all(
      slice.map(async (respondent) => rowIdOf(await tokenFor(keys.tokenKey, respondent))),
    );
    ids.forEach((rowId, i) => index.set(rowId, slice[i] ?? ""));
    progress.update(Math.min(start + STEP, respondents.length));
  }
  progress.stop();
  for (const code of new Set(respondents.map((respondent) => respondent.slice(0, 4))))
    index.set(await canaryRowId(keys.pepper, code), canaryName(code));
  return index;
}
