/** `plan.ics`: the days of a round as a calendar that Outlook, Google and Apple open. The same dates give the same bytes. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import type { Milestone } from "./milestones.ts";

const DAY_SECONDS = 86_400;
/** What a municipality must have done is called to mind this many days before. */
const REMINDER_DAYS = 3;

const midnight = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

/** RFC 5545; whole days, with a reminder before what the municipality must do. */
export function calendarText(
  round: Pick<Round, "id" | "title" | "referenceDate">,
  days: readonly Milestone[],
): string {
  const calendar = ical({
    name: round.title,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Borgersvar", product: "plan", language: "DA" },
  });
  for (const { key, day, who, what, detail } of days) {
    const event = calendar.createEvent({
      id: `${round.id}-${key}@borgersvar`,
      stamp: midnight(round.referenceDate),
      start: midnight(day),
      allDay: true,
      // A day of the plan takes nobody's time in the calendar.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${who}: ${what}`,
      description: detail,
    });
    if (who === "Kommunen")
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: REMINDER_DAYS * DAY_SECONDS,
        description: what,
      });
  }
  return `${calendar.toString()}\r\n`;
}
