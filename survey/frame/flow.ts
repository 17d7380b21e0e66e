/** From received to eligible: every received row counted once, by municipality. */
import { FLOW_EXCLUSIONS, type Exclusion, type FlowExclusion } from "../files.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";

export type FlowRow = { municipality: string; n: number } & (
  | { stage: "received"; reason: "" }
  | { stage: "excluded"; reason: FlowExclusion }
  | { stage: "eligible"; reason: TargetGroup }
);

/** Where a person of the frame ends. */
export interface Fate {
  readonly targetGroup: TargetGroup | null;
  readonly exclusion: Exclusion | null;
}

/**
 * All stages of one municipality, zeros too: received = Σ excluded + Σ eligible. `unusable` are the rows that give nobody
 * to ask, let in by the analyst: received, and in nobody's frame.
 */
export function flowOf(municipality: string, people: Iterable<Fate>, unusable: number): FlowRow[] {
  const counts = new Map<string, number>([["unusable", unusable]]);
  let received = unusable;
  for (const { exclusion, targetGroup } of people) {
    const reason = exclusion ?? targetGroup ?? "";
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    received++;
  }
  const n = (reason: string): number => counts.get(reason) ?? 0;
  return [
    { municipality, stage: "received", reason: "", n: received },
    ...FLOW_EXCLUSIONS.map((reason) => ({ municipality, stage: "excluded", reason, n: n(reason) }) as const),
    ...TARGET_GROUPS.map((reason) => ({ municipality, stage: "eligible", reason, n: n(reason) }) as const),
  ];
}
