/** `status`: who has answered, where each municipality will end, what to do next, and what has become of each person. */
import type { Round } from "#survey/round.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { unreadableLines } from "./pull/fieldwork.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { takeReport, type TakenReport } from "./status/delivery/read.ts";
import { dispositionsTable } from "./status/dispositions.ts";
import { overviewOf, type MunicipalityPart, type Overview } from "./status/overview.ts";
import { readAllocation } from "./status/populations.ts";
import { readStatus, type StatusReading } from "./status/reading.ts";
import { ownReport } from "./status/report/ownPage.ts";
import { statusReport } from "./status/report/page.ts";
import { readSampledPeople } from "./status/sampledPeople.ts";
import { statusLines } from "./status/screen.ts";

const figuresOf = ({ total, municipalities, target }: Overview): Record<string, unknown> => ({
  target,
  total: { ...total.progress, rate: total.rate },
  municipalities: municipalities.map(({ code, name: _name, progress, groups, ...part }) => ({
    municipality: code,
    ...progress,
    ...part,
    groups: Object.fromEntries(
      Object.entries(groups).map(([group, { progress: own, forecast, partialR }]) => [
        group,
        { invited: own.invited, answers: own.answers, forecast, partialR },
      ]),
    ),
  })),
});

const OUTCOMES: Record<keyof TakenReport["counts"], string> = {
  delivered: "delivered",
  notRegistered: "without Digital Post",
  returned: "returned",
  phoneDead: "dead phones",
  refused: "want no more letters",
  moved: "moved",
  deceased: "deceased",
  reachable: "can be reached again",
};

function reportLine({ file, known, counts }: TakenReport): string {
  const kinds = Object.entries(OUTCOMES).flatMap(([outcome, words]) => {
    const n = Object.entries(counts).find(([name]) => name === outcome)?.[1] ?? 0;
    return n > 0 ? [`${n} ${words}`] : [];
  });
  return `${file}: ${known ? "was taken in before; nothing has changed" : kinds.join(", ") || "no rows"}`;
}

/** Writes the page of one municipality. @throws CliError when it has nobody in the sample */
async function writeOwn(
  run: Run,
  round: Round,
  code: string,
  own: { reading: StatusReading; overview: Overview; census: boolean },
): Promise<string> {
  const { reading, overview, census } = own;
  const part = overview.municipalities.find((m): m is MunicipalityPart => m.code === code);
  if (!part) {
    throw new CliError({
      what: `municipality ${code} has nobody in the sample`,
      where: "--for-municipality",
      how: `Give one of ${overview.municipalities.map((m) => m.code).join(", ")}.`,
    });
  }
  const { threshold, censusThreshold } = round.disclosure;
  const name = `status/report-${code}.html`;
  const page = ownReport({
    round,
    part,
    statuses: reading.statuses.filter((status) => status.municipality === code),
    plans: reading.plans,
    threshold: census ? censusThreshold : threshold,
    target: overview.target,
    asOf: reading.asOf,
  });
  await run.write(name, page);
  return name;
}

async function writeStatus(run: Run, options: OptionValues): Promise<CommandResult> {
  const round = await readRound(run);
  const people = await readSampledPeople(run);
  const { delivery, forMunicipality } = options;
  const taken = typeof delivery === "string" ? await takeReport(run, delivery) : null;
  const remote = options["remote"] === true;
  const reading = await readStatus(run, round, people, { remote, taken: taken?.lines ?? [] });
  const { statuses, plans, time, asOf, fieldwork } = reading;
  const { populations, census } = await readAllocation(run);
  const overview = overviewOf(statuses, { round, plans, time }, populations);
  const { unreadable, strangers } = fieldwork;
  const isCensus = (code: string): boolean => census.has(code);
  await run.write("status/dispositions.csv", dispositionsTable(statuses), { rows: statuses.length });
  const page = { round, overview, statuses, plans, census: isCensus, asOf, unreadable: unreadable.length };
  await run.write("status/report.html", statusReport(page));
  const own =
    typeof forMunicipality === "string"
      ? await writeOwn(run, round, forMunicipality, { reading, overview, census: isCensus(forMunicipality) })
      : null;
  await run.commit();
  return {
    lines: [
      ...(taken ? [reportLine(taken)] : []),
      ...statusLines({ overview, census: isCensus, field: round.field }),
      ...(strangers > 0 ? [`${strangers} rows in the database belong to nobody in the sample`] : []),
      ...unreadableLines(unreadable),
      `Report: ${run.path("status/report.html")}`,
      ...(own ? [`For the municipality, without small counts: ${run.path(own)}`] : []),
    ],
    data: {
      asOf,
      ...figuresOf(overview),
      strangers,
      unreadable,
      delivery: taken && { file: taken.file, known: taken.known, ...taken.counts },
    },
    exitCode: unreadable.length > 0 ? 1 : 0,
  };
}

export const statusCommand: Command = {
  name: "status",
  summary: "shows who has answered, where each municipality will end, and what to do next",
  example: "npx borgersvar status rounds/2026-2 --delivery levering-lemvig.xlsx",
  options: [
    { flags: "--delivery <file>", description: "take in what a municipality reports about its letters" },
    {
      flags: "--for-municipality <code>",
      description: "also write a page for this municipality, without small counts",
    },
    { flags: "--remote", description: "read the deployed database" },
  ],
  run: writeStatus,
};
