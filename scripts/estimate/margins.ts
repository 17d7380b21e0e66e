/** How many citizens have each value of the margins that the round weights to: counted in the frame, kept with the results. */
import { bandOf } from "#survey/bands.ts";
import { breakdownValues } from "#survey/estimate/domains.ts";
import type { AllocationRow } from "#survey/estimate/input.ts";
import type { Round } from "#survey/round.ts";
import type { PopulationMargins } from "#survey/weights/fitToMargins.ts";
import { MARGIN_VARIABLES, type MarginVariable } from "#survey/weighting.ts";
import { CliError } from "../errors.ts";
import { readTable, writeTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import { FRAME_FILE, readFrame, type FramePerson } from "../sample/frameFile.ts";

/** Stays when the frame is deleted, so that the results can be made again. */
export const MARGINS_FILE = "results/margins.csv";
const COLUMNS = ["variable", "value", "citizens"] as const;
const HOW =
  "Put back the frame that the sample was drawn from, or take `weighting.margins` out of round.json.";

/** `undefined` where the round weights to no further margin. @throws CliError when there is neither frame nor margins file. */
export async function readMargins(
  run: Run,
  round: Round,
  allocation: readonly AllocationRow[],
): Promise<PopulationMargins | undefined> {
  if (round.weighting.margins.length === 0) return undefined;
  if (await run.exists(FRAME_FILE)) return countMargins(run, round, allocation);
  return keptMargins(run, round);
}

async function countMargins(
  run: Run,
  round: Round,
  allocation: readonly AllocationRow[],
): Promise<PopulationMargins> {
  const { people } = await readFrame(run);
  const drawn = new Set(allocation.map(({ municipality }) => municipality));
  const citizens = people.filter(({ municipality }) => drawn.has(municipality));
  const population = allocation.reduce((sum, row) => sum + row.population, 0);
  if (citizens.length !== population) {
    throw new CliError({
      what: `the frame has ${citizens.length} eligible citizens where the allocation has ${population}`,
      where: run.path(FRAME_FILE),
      how: HOW,
    });
  }
  const of: Record<MarginVariable, (person: FramePerson) => string> = {
    sex: (person) => person.sex,
    age_band: (person) => bandOf(person.age, round.bands.age),
  };
  const values = breakdownValues(round);
  return Object.fromEntries(
    MARGIN_VARIABLES.map((variable) => [
      variable,
      values[variable].map((value) => ({
        value,
        citizens: citizens.filter((person) => of[variable](person) === value).length,
      })),
    ]),
  );
}

async function keptMargins(run: Run, round: Round): Promise<PopulationMargins> {
  const rows = readTable(await run.readText(MARGINS_FILE, HOW), COLUMNS, run.path(MARGINS_FILE));
  const values = breakdownValues(round);
  return Object.fromEntries(
    MARGIN_VARIABLES.map((variable) => [
      variable,
      values[variable].map((value) => {
        const row = rows.find((one) => one.variable === variable && one.value === value);
        const citizens = Number(row?.citizens);
        if (row && Number.isInteger(citizens) && citizens >= 0) return { value, citizens };
        throw new CliError({
          what: `${variable} ${value} is missing`,
          where: run.path(MARGINS_FILE),
          how: HOW,
        });
      }),
    ]),
  );
}

export const marginsText = (margins: PopulationMargins): string =>
  writeTable(
    COLUMNS,
    MARGIN_VARIABLES.flatMap((variable) =>
      (margins[variable] ?? []).map(({ value, citizens }) => ({ variable, value, citizens })),
    ),
  );
