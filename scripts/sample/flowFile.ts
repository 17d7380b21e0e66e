/** Reads `frame/flow.csv`: how the received became the eligible, as the report shows it. */
import { FLOW_COLUMNS, FLOW_EXCLUSIONS, type FlowExclusion } from "#survey/files.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { CliError } from "../errors.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";

export const FLOW_FILE = "frame/flow.csv";

/** One municipality from received to eligible; received = Σ excluded + Σ eligible. */
export interface Flow {
  municipality: string;
  received: number;
  excluded: Record<FlowExclusion, number>;
  eligible: Record<TargetGroup, number>;
}

const none = (municipality: string): Flow => ({
  municipality,
  received: 0,
  excluded: {
    unusable: 0,
    duplicate: 0,
    replacement_cpr: 0,
    under_age: 0,
    passive: 0,
    outside: 0,
    duration: 0,
  },
  eligible: { dagpenge: 0, aktivitetsparate: 0, sygedagpenge: 0, jobparate: 0 },
});

/** Puts one row of the file into the flow of its municipality; false when the row fits nothing. */
function put(flow: Flow, stage: string, reason: string, n: number): boolean {
  const exclusion = FLOW_EXCLUSIONS.find((name) => name === reason);
  const group = TARGET_GROUPS.find((name) => name === reason);
  if (stage === "received" && reason === "") flow.received = n;
  else if (stage === "excluded" && exclusion) flow.excluded[exclusion] = n;
  else if (stage === "eligible" && group) flow.eligible[group] = n;
  else return false;
  return true;
}

/** The flow of each municipality, in the order of the codes. @throws CliError naming the row that does not fit. */
export async function readFlow(run: Run): Promise<Flow[]> {
  const how = "Make the frame again with `npx borgersvar ingest <round>`; do not edit the file.";
  const where = run.path(FLOW_FILE);
  const rows = readTable(await run.readText(FLOW_FILE, how), FLOW_COLUMNS, where);
  run.readRows(FLOW_FILE, rows.length);
  const flows = new Map<string, Flow>();
  rows.forEach(({ municipality, stage, reason, n }, i) => {
    const flow = flows.get(municipality) ?? none(municipality);
    flows.set(municipality, flow);
    if (/^\d+$/.test(n) && put(flow, stage, reason, Number(n))) return;
    throw new CliError({ what: "the row is no stage of a flow", where: `${where}, row ${i + 2}`, how });
  });
  return [...flows.values()].toSorted((a, b) => (a.municipality < b.municipality ? -1 : 1));
}

/** The sum of all flows, without a municipality. */
export function totalFlow(flows: readonly Flow[]): Flow {
  const total = none("");
  for (const flow of flows) {
    total.received += flow.received;
    for (const reason of FLOW_EXCLUSIONS) total.excluded[reason] += flow.excluded[reason];
    for (const group of TARGET_GROUPS) total.eligible[group] += flow.eligible[group];
  }
  return total;
}
