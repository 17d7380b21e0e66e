import { describe, expect, it } from "vitest";
import { addDays } from "#survey/dates.ts";
import { closedOn, easterSunday, filesDay, reportDay } from "#survey/contact/workingDays.ts";

describe("easterSunday", () => {
  // U.S. Naval Observatory's table; 1981 and 2049 are the exceptions of older rules, 1818 and 2038 the earliest and latest day.
  it.each(["1818-03-22", "1981-04-19", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18"])(
    "%s",
    (day) => {
      expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
    },
  );
});

describe("closedOn", () => {
  it.each([
    ["2026-04-02", "skærtorsdag"],
    ["2026-04-03", "langfredag"],
    ["2026-04-06", "anden påskedag"],
    ["2026-05-14", "Kristi himmelfartsdag"],
    ["2026-05-25", "anden pinsedag"],
    ["2026-06-05", "grundlovsdag"],
    ["2026-12-24", "juleaftensdag"],
    ["2026-11-21", "lørdag"],
    ["2026-11-22", "søndag"],
    ["1969-12-28", "søndag"],
    // Store bededag until 2023.
    ["2026-05-01", null],
    ["2026-11-23", null],
  ])("%s: %s", (day, why) => {
    expect(closedOn(day)).toBe(why);
  });
});

describe("before a wave", () => {
  it.each([
    ["a Monday", "2026-08-31", "2026-08-28", "2026-08-27"],
    ["a Wednesday", "2026-09-02", "2026-09-01", "2026-08-31"],
    ["the Tuesday after Easter", "2026-04-07", "2026-04-01", "2026-03-31"],
    ["the new year", "2027-01-04", "2026-12-30", "2026-12-29"],
  ])("%s: files and reports come on working days", (_, wave, files, reports) => {
    expect(filesDay(wave)).toBe(files);
    expect(reportDay(addDays(wave, -14), wave)).toBe(reports);
  });

  it("asks for no report on letters that have hardly been sent", () => {
    expect(reportDay("2026-04-01", "2026-04-08")).toBeNull();
    expect(reportDay("2026-03-31", "2026-04-08")).toBe("2026-04-01");
  });
});
