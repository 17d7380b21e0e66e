import { describe, expect, it } from "vitest";
import { readDate } from "#survey/frame/readDate.ts";

const reading = { dateSystem: "1900", latest: "2026-08-07" } as const;

describe("dates of extracts", () => {
  it.each([
    new Date("2025-09-01T00:00:00Z"),
    new Date("2025-09-01T23:59:59Z"),
    45901,
    45901.75,
    "45901",
    "01-09-2025",
    "1/9/2025",
    "1.9.2025",
    "1. september 2025",
    "1. sep. 2025",
    "01-09-2025 14:30",
    "2025-09-01",
    "2025-09-01T00:00:00",
    "2025-09-01 00:00:00.000",
    "20250901",
    20250901,
    "01092025",
    1092025,
    "\u00a001-09-2025 ",
  ])("%s is 1 September 2025", (cell) => {
    expect(readDate(cell, reading)).toStrictEqual({ ok: true, date: "2025-09-01" });
  });

  it("counts a serial from 1904 in a workbook of an old Mac", () => {
    expect(readDate(44439, { ...reading, dateSystem: "1904" })).toStrictEqual({
      ok: true,
      date: "2025-09-01",
    });
  });

  it.each([null, undefined, "", " ", "-", 0, "00-00-0000", "01-01-1900", "31-12-9999", "99-99-9999", 1])(
    "%s is no date, and no fault",
    (cell) => expect(readDate(cell, reading)).toStrictEqual({ ok: true, date: null }),
  );

  it.each(["31-12-25", "25-12-31", "13-12-99", "31 dec 25"])(
    "%s has one possible reading of its short year",
    (cell) => expect(readDate(cell, reading).ok).toBe(true),
  );

  it.each(["01-09-25", "14-03-26"])("%s can be read in two ways and is refused", (cell) => {
    expect(readDate(cell, reading)).toStrictEqual({ ok: false, reason: "ambiguous" });
  });

  it("both readings of 10-10-10 are the same day", () => {
    expect(readDate("10-10-10", reading)).toStrictEqual({ ok: true, date: "2010-10-10" });
  });

  it.each(["31-02-2025", "09/25/2025", "2025-13-01", "i foråret", true, -5, 123456789, "1-9-26"])(
    "%s cannot be read",
    (cell) => expect(readDate(cell, reading)).toStrictEqual({ ok: false, reason: "unreadable" }),
  );
});
