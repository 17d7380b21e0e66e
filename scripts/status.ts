/** `status`: who has answered, how far each municipality is from its target, and what has become of each person. */
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { readWaves } from "./letters/recipients.ts";
import { readFieldwork, unreadableLines } from "./pull/fieldwork.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { dispositionsTable, personStatuses } from "./status/dispositions.ts";
import { overviewOf, type Overview } from "./status/overview.ts";
import { statusReport } from "./status/reportPage.ts";
import { readSampledPeople } from "./status/sampledPeople.ts";
import { statusLines } from "./status/screen.ts";

const copenhagen = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

const figuresOf = ({ total, municipalities, target }: Overview): Record<string, unknown> => ({
  target,
  total: { ...total.progress, rate: total.rate },
  municipalities: municipalities.map(({ code, progress, rate, missing, rateNeeded, plannedChance }) => ({
    municipality: code,
    ...progress,
    rate,
    missing,
    rateNeeded,
    plannedChance,
  })),
});

async function writeStatus(run: Run, options: OptionValues): Promise<CommandResult> {
  const round = await readRound(run);
  const people = await readSampledPeople(run);
  const waves = await readWaves(run);
  const fieldwork = await readFieldwork(run, round, people, options["remote"] === true);
  const statuses = personStatuses(people, fieldwork, waves);
  const overview = overviewOf(statuses, round);
  const { unreadable, strangers } = fieldwork;
  const asOf = copenhagen.format(run.effects.now());
  const report = statusReport({ round, overview, statuses, asOf, unreadable: unreadable.length });
  await run.write("status/dispositions.csv", dispositionsTable(statuses), { rows: statuses.length });
  await run.write("status/report.html", report);
  await run.commit();
  return {
    lines: [
      ...statusLines(overview),
      ...(strangers > 0 ? [`${strangers} rows in the database belong to nobody in the sample`] : []),
      ...unreadableLines(unreadable),
      `Report: ${run.path("status/report.html")}`,
    ],
    data: { asOf, ...figuresOf(overview), strangers, unreadable },
    exitCode: unreadable.length > 0 ? 1 : 0,
  };
}

export const statusCommand: Command = {
  name: "status",
  summary: "shows who has answered and how far each municipality is from its target",
  example: "npx borgersvar status rounds/2026-2 --remote",
  options: [{ flags: "--remote", description: "read the deployed database" }],
  run: writeStatus,
};
