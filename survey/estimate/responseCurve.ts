/** The response curve of the whole round: how many had sent their answers by the end of a day. */
import { dateOfDayNumber, dayNumber, type IsoDate } from "../dates.ts";
import type { ResponseCurve } from "../results.ts";
import type { Round } from "../round.ts";

/**
 * Cumulative answers by day. Days are joined until at least `least` answers came in them, so that no point tells when one of
 * a few has answered; a rest below that at the end goes to the last point. Never for a part of the round.
 * @param sentOn the day of each answer that was sent; a saved draft has none.
 * @param least the largest disclosure threshold of the round.
 * @returns null with fewer than two points: there is no curve then.
 * @example responseCurve(["2026-09-01", "2026-09-01", "2026-09-04"], { waves: [], least: 1 })?.points
 *   // [{ on: "2026-09-01", answers: 2 }, { on: "2026-09-04", answers: 3 }]
 */
export function responseCurve(
  sentOn: readonly IsoDate[],
  { waves, least }: { waves: readonly IsoDate[]; least: number },
): ResponseCurve | null {
  const perDay = new Map<number, number>();
  for (const date of sentOn) {
    const day = dayNumber(date);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const points: { on: IsoDate; answers: number }[] = [];
  let sum = 0;
  for (const [day, n] of [...perDay].toSorted(([a], [b]) => a - b)) {
    sum += n;
    if (sum - (points.at(-1)?.answers ?? 0) >= least) points.push({ on: dateOfDayNumber(day), answers: sum });
  }
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  if (last.answers < sum) {
    points[points.length - 1] = { on: dateOfDayNumber(Math.max(...perDay.keys())), answers: sum };
  }
  return { waves: [...waves], points };
}

/** That of a round, on its own dates and thresholds. */
export const responseCurveOf = (
  { field, disclosure }: Pick<Round, "field" | "disclosure">,
  sentOn: readonly IsoDate[],
): ResponseCurve | null =>
  responseCurve(sentOn, {
    waves: field.waves,
    least: Math.max(disclosure.threshold, disclosure.censusThreshold),
  });
