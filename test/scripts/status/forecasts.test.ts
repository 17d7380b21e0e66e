import { describe, expect, it } from "vitest";
import { dayNumber } from "#survey/dates.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import type { BatchList } from "../../../scripts/letters/recipients.ts";
import { contactPlans } from "../../../scripts/status/contactPlans.ts";
import type { PersonStatus } from "../../../scripts/status/dispositions.ts";
import { expectedCurve, extraSmsGain, forecastOf, nextReminder } from "../../../scripts/status/forecasts.ts";
import { curveOf, shortDay } from "../../../scripts/status/report/curve.ts";
import { plainRound } from "../../survey/plainRound.ts";

const round = plainRound(["0751"]);
const list = (contact: BatchList["contact"], asOf: string, batch = 0): BatchList => ({
  contact,
  municipality: "0751",
  batch,
  recipients: [],
  asOf,
});
/** Invited, the first `answered` of them have sent on 26 August. */
const people = (n: number, answered: number, batch = 0): PersonStatus[] =>
  Array.from({ length: n }, (_, i) => ({
    respondent: `0751-${String(batch * 5000 + i + 1).padStart(5, "0")}`,
    municipality: "0751",
    targetGroup: TARGET_GROUPS[i % 4] ?? "dagpenge",
    batch,
    row: {
      respondent: "",
      municipality: "0751",
      target_group: "",
      sex: "",
      age_band: "",
      duration_band: "",
      interview_band: "",
      finished: "",
      inclusion_probability: "",
      batch: String(batch),
    },
    disposition: i < answered ? ("complete" as const) : ("nothingReturned" as const),
    invited: true,
    answeredOn: i < answered ? "2026-08-26" : null,
    wavesSent: 1,
  }));

describe("contactPlans", () => {
  it("takes the day of the plan, or the later day on which the list was made, and today for what is overdue", () => {
    const lists = [list(0, "2026-08-23T10:00:00Z"), list(0, "2026-09-02T22:30:00Z", 1)];
    const [first, late] = contactPlans(lists, round, "2026-09-04");
    expect(first?.contacts.map(({ day }) => day)).toEqual(
      ["2026-08-24", "2026-09-04", "2026-09-07"].map(dayNumber),
    );
    // Half past midnight in Copenhagen.
    expect(late?.contacts[0]?.day).toBe(dayNumber("2026-09-03"));
    expect(first?.made).toEqual([0]);
  });
});

describe("forecastOf", () => {
  const lists = [list(0, "2026-08-23T10:00:00Z")];
  const time = dayNumber("2026-08-29") + 0.5;
  const input = { round, plans: contactPlans(lists, round, "2026-08-29"), time };

  it("lies between what is in and everybody, and follows the answers", () => {
    const few = forecastOf(people(1000, 60), input);
    const many = forecastOf(people(1000, 160), input);
    expect(few?.low).toBeGreaterThanOrEqual(60);
    expect(many?.high).toBeLessThanOrEqual(1000);
    expect(many?.mean ?? 0).toBeGreaterThan(few?.mean ?? 1000);
    expect(many?.chance ?? 0).toBeGreaterThan(0.95);
    expect(few?.chance ?? 1).toBeLessThan(0.05);
    expect(forecastOf([], input)).toBeNull();
  });

  it("is the number of answers when the round has closed", () => {
    const end = dayNumber(round.field.closes) + 1;
    const forecast = forecastOf(people(1000, 187), { ...input, time: end });
    expect([forecast?.low, forecast?.middle, forecast?.high, forecast?.chance]).toEqual([187, 187, 187, 0]);
  });

  it("counts people invited later with their own curve", () => {
    const plans = contactPlans([...lists, list(0, "2026-08-28T10:00:00Z", 1)], round, "2026-08-29");
    const both = [...people(1000, 120), ...people(200, 0, 1)];
    const forecast = forecastOf(both, { round, plans, time });
    const alone = forecastOf(people(1000, 120), { round, plans, time });
    expect((forecast?.mean ?? 0) - (alone?.mean ?? 0)).toBeGreaterThan(20);
  });

  it("says what the next reminder and an extra text message are worth", () => {
    const forecast = forecastOf(people(1000, 100), input);
    const reminder = nextReminder(people(1000, 100), input, forecast);
    expect(reminder?.contact).toBe(1);
    expect(reminder?.answers ?? 0).toBeGreaterThan(20);
    const extra = extraSmsGain(people(1000, 100), input, {
      day: dayNumber("2026-09-12"),
      without: forecast,
    });
    expect(extra?.answers ?? 0).toBeGreaterThan(5);
    expect(extra?.answers ?? 99).toBeLessThan(reminder?.answers ?? 0);
    expect(extra?.chance ?? 0).toBeGreaterThan(forecast?.chance ?? 1);
    const all = contactPlans(
      [...lists, list(1, "2026-08-30T10:00:00Z"), list(2, "2026-09-06T10:00:00Z")],
      round,
      "2026-09-08",
    );
    expect(nextReminder(people(1000, 100), { plans: all }, forecast)).toBeNull();
  });
});

describe("curveOf", () => {
  it("counts the answers of each day that has come, against the expected", () => {
    const plans = contactPlans([list(0, "2026-08-23T10:00:00Z")], round, "2026-08-29");
    const curve = curveOf("Aarhus", people(100, 7), { round, plans, today: dayNumber("2026-08-29") });
    expect(curve.days.map(shortDay).slice(0, 3)).toEqual(["24/8", "25/8", "26/8"]);
    expect(curve.sent).toEqual([0, 0, 7, 7, 7, 7]);
    expect(curve.expected).toHaveLength(28);
    const [end] = expectedCurve(people(100, 7), { round, plans }, [dayNumber(round.field.closes) + 1]);
    expect(end).toBeCloseTo(25 * (0.28 + 0.15 + 0.22 + 0.19), 9);
    expect(curve.expected.at(-1)).toBeCloseTo(end ?? 0, 9);
  });
});
