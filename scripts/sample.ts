/** `sample`: plans the sample of every municipality, draws it with the draw key, and documents it. */
import { isDeepStrictEqual } from "node:util";
import type { Round } from "#survey/round.ts";
import { planSample, type MunicipalityPlan } from "#survey/sample/plan.ts";
import type { TargetGroup } from "#survey/targetGroups.ts";
import type { Command, CommandResult } from "./command.ts";
import { CliError } from "./errors.ts";
import { fingerprint, readDrawKey } from "./keys.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { drawMunicipality, strataOf, type SampledCitizen, type Strata } from "./sample/drawing.ts";
import {
  ALLOCATION_FILE,
  allocationText,
  IDENTITIES_FILE,
  identitiesText,
  REPORT_FILE,
  SAMPLE_FILE,
  sampleText,
} from "./sample/files.ts";
import { FLOW_FILE, readFlow, type Flow } from "./sample/flowFile.ts";
import { FRAME_FILE, readFrame } from "./sample/frameFile.ts";
import { refuseOtherSample } from "./sample/frozen.ts";
import { sampleReport } from "./sample/report.ts";
import { nameOf, sumOf } from "./sample/report/facts.ts";
import { drawSecrets, type DrawSecrets } from "./sample/tickets.ts";

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

const populationsOf = (strata: Strata | undefined): Record<TargetGroup, number> => ({
  dagpenge: strata?.dagpenge.length ?? 0,
  aktivitetsparate: strata?.aktivitetsparate.length ?? 0,
  sygedagpenge: strata?.sygedagpenge.length ?? 0,
  jobparate: strata?.jobparate.length ?? 0,
});

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

interface Sampled {
  plans: MunicipalityPlan[];
  citizens: SampledCitizen[];
}

/** Plans and draws one municipality after the other, in the order of the codes. */
function planAndDraw(
  run: Run,
  strata: ReadonlyMap<string, Strata>,
  secrets: DrawSecrets,
  round: Round,
): Sampled {
  const progress = run.effects.progress("Sample", strata.size);
  const sampled: Sampled = { plans: [], citizens: [] };
  for (const [code, own] of strata) {
    const plans = planSample([{ code, populations: populationsOf(own) }], round);
    sampled.plans.push(...plans);
    for (const plan of plans) {
      const drawn = drawMunicipality(plan, own, secrets, round.sampling.startPoint);
      for (const citizen of drawn) sampled.citizens.push(citizen);
    }
    progress.update(sampled.plans.length);
  }
  progress.stop();
  return sampled;
}

function resultOf(run: Run, plans: readonly MunicipalityPlan[], absent: readonly string[]): CommandResult {
  const invited = sumOf(plans, (plan) => plan.sample);
  const expected = Math.round(sumOf(plans, (plan) => plan.expectedAnswers));
  const unreachable = plans.filter((plan) => plan.verdict === "unreachable");
  return {
    lines: [
      `${invited} of ${sumOf(plans, (plan) => plan.population)} eligible citizens in ${plans.length} municipalities are invited; about ${expected} answers are expected.`,
      ...unreachable.map((plan) => {
        const needed =
          plan.requiredRate === null
            ? "cannot be reached"
            : `needs a response rate of ${(plan.requiredRate * 100).toFixed(1)} %`;
        return `  ${plan.code} ${nameOf(plan.code)}: ${plan.census ? "all" : "only"} ${plan.sample} invited, the target ${needed}`;
      }),
      ...(absent.length > 0 ? [`No frame yet from ${absent.join(", ")}: not in the sample.`] : []),
      `Read ${run.path(REPORT_FILE)}`,
    ],
    data: {
      municipalities: plans.map((plan) => ({
        code: plan.code,
        population: plan.population,
        sample: plan.sample,
        census: plan.census,
        verdict: plan.verdict,
        expectedAnswers: plan.expectedAnswers,
        probability: plan.probability,
        requiredRate: plan.requiredRate,
      })),
      invited,
      expectedAnswers: expected,
      absent,
    },
  };
}

async function drawSample(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const drawKey = await readDrawKey(run);
  const frame = await readFrame(run);
  const strata = strataOf(frame.people);
  const flows = await readFlow(run);
  const codes = [...new Set([...strata.keys(), ...flows.map((flow) => flow.municipality)])];
  refuseStrangers(run, round, codes);
  refuseOtherFlow(run, flows, strata);
  const { plans, citizens } = planAndDraw(run, strata, drawSecrets(drawKey), round);
  const files = new Map([
    [ALLOCATION_FILE, allocationText(plans)],
    [SAMPLE_FILE, sampleText(citizens, round)],
    [IDENTITIES_FILE, identitiesText(citizens)],
  ]);
  await refuseOtherSample(run, files);
  const received = new Set(flows.map((flow) => flow.municipality));
  const absent = round.municipalities.map((m) => m.code).filter((code) => !received.has(code));
  for (const [name, text] of files) await run.write(name, text, { rows: rowsOf(name, plans, citizens) });
  await run.write(
    REPORT_FILE,
    sampleReport({ round, plans, flows, absent, frameSha256: frame.sha256, drawKey: fingerprint(drawKey) }),
  );
  await run.commit();
  return resultOf(run, plans, absent);
}

const rowsOf = (
  name: string,
  plans: readonly MunicipalityPlan[],
  citizens: readonly SampledCitizen[],
): number => (name === ALLOCATION_FILE ? sumOf(plans, (plan) => plan.groups.length) : citizens.length);

export const sampleCommand: Command = {
  name: "sample",
  summary: "Plan and draw the sample, with a report",
  example: "npx borgersvar sample rounds/2027-q2",
  options: [],
  run: drawSample,
};
