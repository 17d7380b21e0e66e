import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roundSchema } from "#survey/round.ts";
import { planCommand } from "../../scripts/plan.ts";
import { calendarText } from "../../scripts/plan/calendar.ts";
import { milestonesOf } from "../../scripts/plan/milestones.ts";
import { weekOf } from "../../scripts/plan/week.ts";
import { readPdf } from "./pdfReader.ts";
import { makeRound, SETTINGS, type TestRound } from "./statusRound.ts";

describe("weekOf", () => {
  it.each([
    ["2026-08-24", 35],
    ["2026-01-01", 1],
    ["2027-01-03", 53],
    ["2027-01-04", 1],
    ["2024-12-30", 1],
    ["2023-01-01", 52],
  ])("%s is in week %i (ISO 8601)", (day, week) => {
    expect(weekOf(day)).toBe(week);
  });
});

describe("the plan of a round", () => {
  const round = roundSchema.parse(SETTINGS);
  const days = milestonesOf(round);

  it("has every date of the settings, the earliest first", () => {
    const { field, deadlines, privacy } = round;
    const dates = days.map(({ day }) => day);
    expect(dates).toEqual(dates.toSorted());
    expect(dates).toEqual(
      expect.arrayContaining([
        ...Object.values(deadlines),
        ...field.waves,
        field.opens,
        field.closes,
        privacy.deletionDate,
      ]),
    );
    expect(new Set(days.map(({ key }) => key)).size).toBe(days.length);
  });

  it("asks nobody for anything on a day when offices are closed, as waves on Mondays would", () => {
    const asked = days.filter(({ key }) => /-files$|^reminder-.*-report$/.test(key));
    expect(asked.map(({ key, day }) => `${key} ${day}`)).toEqual([
      "invitation-files 2026-08-21",
      "reminder-1-report 2026-08-27",
      "reminder-1-files 2026-08-28",
      "reminder-2-report 2026-09-03",
      "reminder-2-files 2026-09-04",
    ]);
  });

  it("has the extra round of text messages only where there is one", () => {
    expect(days.some(({ key }) => key === "extra-sms")).toBe(false);
    const field = { ...round.field, extraSms: "2026-09-14" };
    const extra = milestonesOf({ ...round, field }).filter(({ key }) => key.startsWith("extra-sms"));
    expect(extra.map(({ key, day, who }) => `${key} ${day} ${who}`)).toEqual([
      "extra-sms-report 2026-09-10 Kommunen",
      "extra-sms-files 2026-09-11 Konsulenten",
      "extra-sms 2026-09-14 Kommunen",
    ]);
  });

  it("is a calendar of whole days, known again by their names, the same whenever it is made", () => {
    const text = calendarText(round, days);
    expect(text).toBe(calendarText(round, days));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(days.length);
    expect(text).toContain("UID:test-2026-invitation@borgersvar");
    expect(text).toContain("DTSTART;VALUE=DATE:20260824");
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});

describe("plan", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
    await test.run(planCommand);
  });
  afterAll(() => test.remove());

  it("writes one page that says who does what when", async () => {
    const { pages } = readPdf(await readFile(path.join(test.folder, "plan/plan.pdf")));
    expect(pages).toHaveLength(1);
    const text = pages[0]?.text ?? "";
    for (const words of [
      "Databehandleraftalen er underskrevet",
      "Første påmindelse sendes",
      "Konsulenten",
      "24. aug. 2026",
    ])
      expect(text).toContain(words);
  });

  it("tells of dates in the settings on which nobody is at work", async () => {
    const on = {
      ...SETTINGS,
      field: { ...SETTINGS.field, waves: ["2026-08-24", "2026-08-31", "2026-09-06"] },
    };
    const weekend = await makeRound(on);
    const { lines, data } = await weekend.run(planCommand);
    expect(lines.join("\n")).toContain(
      "Nobody is at work on 2026-09-06 (søndag): Kommunen, »Anden og sidste påmindelse sendes«",
    );
    expect(data["daysOff"]).toContainEqual({ key: "reminder-2", day: "2026-09-06", why: "søndag" });
    await weekend.remove();
  });
});
