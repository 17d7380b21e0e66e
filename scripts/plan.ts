/** `plan`: the calendar of the round, for mailboxes and for the wall. */
import { closedOn } from "#survey/contact/workingDays.ts";
import type { Command, CommandResult } from "./command.ts";
import { calendarText } from "./plan/calendar.ts";
import { milestonesOf, type Milestone } from "./plan/milestones.ts";
import { planPdf } from "./plan/planPdf.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

const CALENDAR = "plan/plan.ics";
const PAGE = "plan/plan.pdf";

/** What somebody must do at work on a day when offices are closed. */
function daysOff(days: readonly Milestone[]) {
  return days.flatMap(({ key, day, who, what, anyDay }) => {
    const why = anyDay ? null : closedOn(day);
    return why === null ? [] : [{ key, day, who, what, why }];
  });
}

async function writePlan(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const days = milestonesOf(round);
  await run.write(CALENDAR, calendarText(round, days));
  await run.write(PAGE, await planPdf(round, days));
  await run.commit();
  const off = daysOff(days);
  return {
    lines: [
      `The plan is in ${run.path(PAGE)} (one page) and ${run.path(CALENDAR)} (for mailboxes)`,
      ...days.map(({ day, who, what }) => `${day}  ${who.padEnd(11)}  ${what}`),
      ...off.map(({ day, who, what, why }) => `Nobody is at work on ${day} (${why}): ${who}, »${what}«`),
      ...(off.length > 0
        ? ["  how:   move the dates in round.json (`field`, `deadlines`, `privacy`), and run plan again"]
        : []),
    ],
    data: {
      days: days.map(({ key, day, who }) => ({ key, day, who })),
      daysOff: off.map(({ key, day, why }) => ({ key, day, why })),
    },
  };
}

export const planCommand: Command = {
  name: "plan",
  summary: "writes the calendar of the round: who does what when, as a page and as a calendar file",
  example: "npx borgersvar plan rounds/2026-2",
  options: [],
  run: writePlan,
};
