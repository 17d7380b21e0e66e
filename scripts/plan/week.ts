/** The number of a week as Danes count it. */
import { dayNumber, type IsoDate } from "#survey/dates.ts";

/**
 * ISO 8601 week number, 1 to 53: weeks begin on Monday, week 1 holds the first Thursday of the year.
 *
 * `weekOf("2026-08-24")` is 35.
 */
export function weekOf(day: IsoDate): number {
  // Day 0, 1 January 1970, was a Thursday: the Thursday of the day's week decides the year.
  const thursday = Math.floor((dayNumber(day) + 3) / 7) * 7;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  const january = dayNumber(`${year}-01-01`);
  return Math.floor((thursday - january) / 7) + 1;
}
