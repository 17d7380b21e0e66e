/** The municipalities that are forecast to be short of answers: everybody but the green. */
import type { Round } from "#survey/round.ts";
import type { Run } from "../run.ts";
import { overviewOf } from "./overview.ts";
import { readAllocation } from "./populations.ts";
import { readStatus } from "./reading.ts";
import type { SampledPerson } from "./sampledPeople.ts";

export async function shortMunicipalities(
  run: Run,
  round: Round,
  people: readonly SampledPerson[],
  remote: boolean,
): Promise<string[]> {
  const { statuses, plans, time } = await readStatus(run, round, people, { remote });
  const { populations } = await readAllocation(run);
  const { municipalities } = overviewOf(statuses, { round, plans, time }, populations);
  return municipalities.filter(({ flag }) => flag !== null && flag !== "green").map(({ code }) => code);
}
