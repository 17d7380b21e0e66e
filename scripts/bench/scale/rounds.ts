/** What a round of a size would use in its dearest month, from what one citizen costs. */
import type { Usage } from "./prices.ts";
import { SAVES, type QueryCosts } from "./queries.ts";

export interface Assumptions {
  /** Of the invited, how many begin; everybody who begins is counted as sending. */
  response: number;
  /** Times the analyst asks for the status, with reminders and the gate. */
  statuses: number;
  pulls: number;
  /** Processor time of the Worker a request. */
  cpuMsARequest: number;
}

/** As in spring 2024 (38.8 %), rounded up; a status on each day of a month. */
export const ASSUMED: Omit<Assumptions, "cpuMsARequest"> = { response: 0.4, statuses: 30, pulls: 10 };

/** Usage of the whole round, as if all of it fell into one month. */
export function usageOf(invited: number, costs: QueryCosts, assumed: Assumptions): Usage {
  const answering = invited * assumed.response;
  const requests = answering * (SAVES + 1);
  const rows = (kind: "rowsRead" | "rowsWritten"): number =>
    invited * (costs.load[kind] + assumed.statuses * costs.status[kind]) +
    answering * (SAVES * costs.save[kind] + costs.final[kind] + assumed.pulls * costs.pull[kind]);
  return {
    requests,
    cpuMs: requests * assumed.cpuMsARequest,
    rowsRead: rows("rowsRead"),
    rowsWritten: rows("rowsWritten"),
    storedGb: (invited * costs.respondentBytes + answering * costs.answersBytes) / 1e9,
  };
}
