import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isIsoDate,
  monthsBetween,
  yearsBetween,
} from "#survey/dates.ts";

const DAY_MS = 86_400_000;
/** Days from the year 100 to the year 9999. */
const anyDay = fc.integer({ min: Date.UTC(100, 0, 1) / DAY_MS, max: Date.UTC(9999, 11, 31) / DAY_MS });

describe("dates of the calendar", () => {
  it.each(["2024-02-29", "2000-02-29", "1900-02-28", "9999-12-31", "0100-01-01"])("%s exists", (date) => {
    expect(isIsoDate(date)).toBe(true);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-01",
    "0099-12-31",
    "",
  ])("»%s« does not", (date) => {
    expect(isIsoDate(date)).toBe(false);
    expect(() => dayNumber(date)).toThrow(RangeError);
  });
});

describe("counting days", () => {
  it("agrees with the platform's calendar on every day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
        expect(dayNumber(date)).toBe(day);
        expect(dateOfDayNumber(day)).toBe(date);
      }),
    );
  });

  it("adding and taking apart are each other's inverse", () => {
    const shift = fc.integer({ min: -40_000, max: 40_000 });
    const near = fc.integer({ min: -40_000, max: 60_000 });
    fc.assert(
      fc.property(near, shift, (day, days) => {
        const date = dateOfDayNumber(day);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe("whole months and years", () => {
  it.each([
    ["2026-01-31", "2026-02-28", 0],
    ["2026-01-31", "2026-03-01", 1],
    ["2026-01-15", "2026-02-15", 1],
    ["2025-12-15", "2026-12-14", 11],
  ])("from %s to %s are %i months", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it.each([
    ["2008-08-02", "2026-08-01", 17],
    ["2008-08-01", "2026-08-01", 18],
    ["2004-02-29", "2022-02-28", 17],
    ["2030-01-01", "2026-08-01", -4],
  ])("from %s to %s are %i years", (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });
});
