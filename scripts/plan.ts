/** `plan`: the calendar of the round, for mailboxes and for the wall. */
import type { Command, CommandResult } from "./command.ts";
import { calendarText } from "./plan/calendar.ts";
import { milestonesOf } from "./plan/milestones.ts";
import { planPdf } from "./plan/planPdf.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

const CALENDAR = "plan/plan.ics";
const PAGE = "plan/plan.pdf";

async function writePlan(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const days = milestonesOf(round);
  await run.write(CALENDAR, calendarText(round, days));
  await run.write(PAGE, await planPdf(round, days));
  await run.commit();
  return {
    lines: [
      `The plan is in ${run.path(PAGE)} (one page) and ${run.path(CALENDAR)} (for mailboxes)`,
      ...days.map(({ day, who, what }) => `${day}  ${who.padEnd(11)}  ${what}`),
    ],
    data: { days: days.map(({ key, day, who }) => ({ key, day, who })) },
  };
}

export const planCommand: Command = {
  name: "plan",
  summary: "writes the calendar of the round: who does what when, as a page and as a calendar file",
  example: "npx borgersvar plan rounds/2026-2",
  options: [],
  run: writePlan,
};
