/** Everything that is known of the field work at a moment: people, lists, reports, plans. */
import type { IsoDate } from "#survey/dates.ts";
import { dayNumber } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { readIdentities } from "../letters/identities.ts";
import { textableOf } from "../letters/knowledge.ts";
import { readLists, wavesOf } from "../letters/recipients.ts";
import { readFieldwork, type Fieldwork } from "../pull/fieldwork.ts";
import type { Run } from "../run.ts";
import { contactPlans, type BatchPlan } from "./contactPlans.ts";
import { reachOf, readReports, type ReportLine } from "./delivery/store.ts";
import { personStatuses, type PersonStatus } from "./dispositions.ts";
import type { SampledPerson } from "./sampledPeople.ts";
import { copenhagenDay } from "./today.ts";

export interface StatusReading {
  statuses: PersonStatus[];
  fieldwork: Fieldwork;
  plans: BatchPlan[];
  /** The day in Copenhagen. */
  asOf: IsoDate;
  /** Days since 1 January 1970 at noon of the day, or the end of the round. */
  time: number;
}

const NOON = 0.5;

/** @param taken lines of a report that this run takes in, on top of those that are stored */
export async function readStatus(
  run: Run,
  round: Round,
  people: readonly SampledPerson[],
  { remote, taken = [] }: { remote: boolean; taken?: readonly ReportLine[] },
): Promise<StatusReading> {
  const lists = await readLists(run);
  const reports = await readReports(run);
  for (const line of taken) {
    reports.set(line.respondent, [...(reports.get(line.respondent) ?? []), line]);
  }
  // After a purge nobody knows who had a phone; nobody is written to then either.
  const identities = (await run.exists("sample/identities.csv")) ? await readIdentities(run) : new Map();
  const fieldwork = await readFieldwork(run, round, people, remote);
  const asOf = copenhagenDay(run.effects.now());
  const statuses = personStatuses(people, {
    fieldwork,
    waves: wavesOf(lists),
    reach: reachOf(reports),
    textable: textableOf(round, identities),
  });
  const time = Math.min(dayNumber(asOf) + NOON, dayNumber(round.field.closes) + 1);
  return { statuses, fieldwork, plans: contactPlans(lists, round, asOf), asOf, time };
}
