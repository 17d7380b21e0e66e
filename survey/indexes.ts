/**
 * The indexes: one for each theme with several closed items, and the total over the themes. A person's score first, then
 * the estimate as for an item, so that intervals are right (STATISTICS §6).
 */
import type { ClosedItemId, Questionnaire, ThemeId } from "./questionnaire.ts";

export const INDEX_IDS = ["dignity", "relevance", "competence", "progression", "total"] as const;
export type IndexId = (typeof INDEX_IDS)[number];
/** An index over the items of a theme. */
export type ThemeIndexId = Exclude<IndexId, "total">;

/** The total needs a score in at least this many themes. */
export const TOTAL_MINIMUM_THEMES = 3;

const isThemeIndex = (theme: ThemeId): theme is ThemeIndexId => theme !== "overall";

/** The closed items of each theme index in a questionnaire, in their order; a theme with one item has no index. */
export function themeIndexes(
  questionnaire: Questionnaire,
): { id: ThemeIndexId; items: readonly ClosedItemId[] }[] {
  return questionnaire.parts.flatMap(({ theme, items }) => {
    const closed = items.filter((item) => item.kind === "closed").map(({ id }) => id);
    return isThemeIndex(theme) && closed.length > 1 ? [{ id: theme, items: closed }] : [];
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A person's score in a theme: the mean of the valid item scores (0 to 100) if at least half of the items have one, else
 * `null`. Don't know and no answer are not valid.
 * @example themeScore([100, null, 50]) // 75
 */
export function themeScore(scores: readonly (number | null)[]): number | null {
  const valid = scores.filter((score) => score !== null);
  return valid.length > 0 && valid.length * 2 >= scores.length ? mean(valid) : null;
}

/**
 * A person's total: the mean of the theme scores, each theme counting the same, if at least three have one, else `null`.
 * @example totalScore([80, null, 70, 90]) // 80
 */
export function totalScore(themes: readonly (number | null)[]): number | null {
  const valid = themes.filter((score) => score !== null);
  return valid.length >= TOTAL_MINIMUM_THEMES ? mean(valid) : null;
}

/**
 * The answer of the scale that a score is nearest to: 1 (best) to 5; a score halfway between two counts as the one nearer to
 * the middle.
 * @example nearestCode(70) // 2
 */
export function nearestCode(score: number): number {
  const step = (score - 50) / 25;
  const away = Math.sign(step) * Math.ceil(Math.abs(step) - 0.5);
  return 3 - away;
}
