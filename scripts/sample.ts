/** `sample`: plans the sample of every municipality, draws it with the draw key, and documents it. */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Round } from "#survey/round.ts";
import { InfeasibleAllocationError } from "#survey/sample/box.ts";
import { planSample, type MunicipalityFrame, type MunicipalityPlan } from "#survey/sample/plan.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { fingerprint, readDrawKey } from "./keys.ts";
import { readRound, ROUND_FILE } from "./round.ts";
import type { Run } from "./run.ts";
import {
  drawMunicipality,
  populationsOf,
  strataOf,
  type SampledCitizen,
  type Strata,
} from "./sample/drawing.ts";
import {
  ALLOCATION_FILE,
  allocationText,
  IDENTITIES_FILE,
  identitiesText,
  REPORT_FILE,
  SAMPLE_FILE,
  sampleText,
  type SampleTexts,
} from "./sample/files.ts";
import { FLOW_FILE, readFlow, type Flow } from "./sample/flowFile.ts";
import { FRAME_FILE, readFrame } from "./sample/frameFile.ts";
import { refuseOtherNumbers, refuseOtherSample } from "./sample/frozen.ts";
import { proveBatches } from "./sample/provenance.ts";
import { sampleReport } from "./sample/report.ts";
import { sumOf, type SampleFacts } from "./sample/report/facts.ts";
import { sampleResult } from "./sample/result.ts";
import { readStanding } from "./sample/standing.ts";
import { parseSupplements, refuseEarlySupplements, withBatches } from "./sample/supplements.ts";
import { lots, type Lot } from "./sample/tickets.ts";

/** @throws CliError when the frame has a municipality that the round has not. */
function refuseStrangers(run: Run, round: Round, codes: readonly string[]): void {
  const strangers = codes.filter((code) => !round.municipalities.some((m) => m.code === code));
  if (strangers.length === 0) return;
  throw new CliError({
    what: `the frame has municipalities that the round has not: ${strangers.join(", ")}`,
    where: run.path(FRAME_FILE),
    how: "Add them to round.json, or take their files out of extracts/ and run `npx borgersvar ingest <round>` again.",
  });
}

/** @throws CliError when flow.csv tells of another frame. */
function refuseOtherFlow(run: Run, flows: readonly Flow[], strata: ReadonlyMap<string, Strata>): void {
  const told = new Map(flows.map((flow) => [flow.municipality, flow.eligible]));
  for (const code of new Set([...told.keys(), ...strata.keys()])) {
    if (isDeepStrictEqual(told.get(code), populationsOf(strata.get(code)))) continue;
    throw new CliError({
      what: `flow.csv and frame.csv count other people in municipality ${code}`,
      where: run.path(FLOW_FILE),
      how: "They are not of the same run: make both again with `npx borgersvar ingest <round>`.",
    });
  }
}

/** @throws CliError when the budget does not fit the smallest and largest samples. */
function planAll(run: Run, frames: readonly MunicipalityFrame[], round: Round): MunicipalityPlan[] {
  try {
    return planSample(frames, round);
  } catch (error) {
    if (!(error instanceof InfeasibleAllocationError)) throw error;
    const { total, bound } = error;
    throw new CliError({
      what:
        bound > total
          ? `sampling.budget has ${total} invitations, and the smallest samples together are ${bound}`
          : `sampling.budget has ${total} invitations, and the largest samples together are ${bound}`,
      where: run.path(ROUND_FILE),
      how: "Change sampling.budget.total, or sampling.minimum and maximum; letters that are out cannot be called back.",
    });
  }
}

/** Draws one municipality after the other, in the order of the codes. */
function drawAll(
  run: Run,
  plans: readonly MunicipalityPlan[],
  strata: ReadonlyMap<string, Strata>,
  lotOf: (cpr: string) => Lot,
  startPoint: number,
): SampledCitizen[] {
  const progress = run.effects.progress("Sample", plans.length);
  const citizens: SampledCitizen[] = [];
  plans.forEach((plan, i) => {
    const own = strata.get(plan.code);
    for (const citizen of own ? drawMunicipality(plan, own, lotOf, startPoint) : []) citizens.push(citizen);
    progress.update(i + 1);
  });
  progress.stop();
  return citizens;
}

/** The frame, checked against the settings and its own flow. */
async function readCheckedFrame(run: Run, round: Round) {
  const frame = await readFrame(run);
  const strata = strataOf(frame.people);
  const flows = await readFlow(run);
  refuseStrangers(run, round, [...new Set([...strata.keys(), ...flows.map((flow) => flow.municipality)])]);
  refuseOtherFlow(run, flows, strata);
  const received = new Set(flows.map((flow) => flow.municipality));
  const absent = round.municipalities.map((m) => m.code).filter((code) => !received.has(code));
  return { sha256: frame.sha256, strata, flows, absent };
}

/** Writes the three tables; gives what identifies them. */
async function writeTables(
  run: Run,
  texts: SampleTexts,
  strata: number,
  citizens: number,
): Promise<SampleFacts["tables"]> {
  const tables = [
    { name: ALLOCATION_FILE, text: texts.allocation, rows: strata },
    { name: SAMPLE_FILE, text: texts.sample, rows: citizens },
    { name: IDENTITIES_FILE, text: texts.identities, rows: citizens },
  ];
  for (const { name, text, rows } of tables) await run.write(name, text, { rows });
  return tables.map(({ name, text, rows }) => ({
    name,
    rows,
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
}

async function drawSample(run: Run, options: OptionValues): Promise<CommandResult> {
  const supplements = parseSupplements(options["supplement"]);
  const round = await readRound(run);
  const drawKey = await readDrawKey(run);
  const { sha256, strata, flows, absent } = await readCheckedFrame(run, round);
  const standing = await readStanding(run);
  refuseEarlySupplements(supplements, standing);
  const frames = [...strata].map(([code, own]) =>
    withBatches({ code, populations: populationsOf(own) }, standing, supplements),
  );
  const plans = planAll(run, frames, round);
  const citizens = drawAll(run, plans, strata, lots(drawKey), round.sampling.startPoint);
  const texts = {
    allocation: allocationText(plans),
    sample: sampleText(citizens, round),
    identities: identitiesText(citizens),
  };
  refuseOtherSample(run, texts, standing);
  await refuseOtherNumbers(run, texts);
  const strataCount = sumOf(plans, (plan) => plan.groups.length);
  const tables = await writeTables(run, texts, strataCount, citizens.length);
  const batches = await proveBatches(run, plans, standing, sha256);
  const keyName = fingerprint(drawKey);
  const facts = { round, plans, flows, absent, batches, tables, frameSha256: sha256, drawKey: keyName };
  await run.write(REPORT_FILE, sampleReport(facts));
  await run.commit();
  return sampleResult(run, plans, absent);
}

export const sampleCommand: Command = {
  name: "sample",
  summary: "Plan and draw the sample, with a report",
  example: "npx borgersvar sample rounds/2027-q2",
  options: [
    {
      flags: "--supplement <code=n>",
      description: "invite n more in a municipality whose letters are out; may be given for several",
      repeated: true,
    },
  ],
  run: drawSample,
};
