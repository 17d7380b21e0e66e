import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDayNumber } from "#survey/dates.ts";
import { responseCurve } from "#survey/estimate/responseCurve.ts";

const days = (...counts: readonly (readonly [day: string, n: number])[]): string[] =>
  counts.flatMap(([day, n]) => Array<string>(n).fill(day));

describe("responseCurve", () => {
  it("counts up day by day, whatever the order of the answers", () => {
    const sent = days(["2026-09-04", 20], ["2026-09-01", 30]);
    expect(responseCurve(sent, { waves: ["2026-09-01"], least: 5 })).toEqual({
      waves: ["2026-09-01"],
      points: [
        { on: "2026-09-01", answers: 30 },
        { on: "2026-09-04", answers: 50 },
      ],
    });
  });

  it("joins days until enough answers came in them, and gives a rest to the last point", () => {
    const sent = days(["2026-09-01", 6], ["2026-09-02", 4], ["2026-09-03", 1], ["2026-09-09", 4]);
    expect(responseCurve(sent, { waves: [], least: 5 })?.points).toEqual([
      { on: "2026-09-01", answers: 6 },
      { on: "2026-09-09", answers: 15 },
    ]);
  });

  it("is none with fewer than two points", () => {
    expect(responseCurve([], { waves: [], least: 5 })).toBeNull();
    expect(responseCurve(days(["2026-09-01", 50]), { waves: [], least: 5 })).toBeNull();
    expect(responseCurve(days(["2026-09-01", 50], ["2026-09-02", 4]), { waves: [], least: 5 })).toBeNull();
  });

  it("never tells of fewer than the threshold, and ends with all of them", () => {
    const sent = fc.array(fc.integer({ min: 20_000, max: 20_040 }).map(dateOfDayNumber), { maxLength: 300 });
    fc.assert(
      fc.property(sent, fc.integer({ min: 1, max: 12 }), (dates, least) => {
        const points = responseCurve(dates, { waves: [], least })?.points ?? [];
        points.forEach(({ on, answers }, i) => {
          expect(answers - (points[i - 1]?.answers ?? 0)).toBeGreaterThanOrEqual(least);
          expect(answers).toBe(dates.filter((date) => date <= on).length);
        });
        expect(points.at(-1)?.answers ?? dates.length).toBe(dates.length);
      }),
    );
  });
});
