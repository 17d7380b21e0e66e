/** From received to eligible: every row of the frame counted once, by municipality. */
import { EXCLUSIONS, type Exclusion } from "../files.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";
import type { FrameRow } from "./frame.ts";

export type FlowRow = { municipality: string; n: number } & (
  | { stage: "received"; reason: "" }
  | { stage: "excluded"; reason: Exclusion }
  | { stage: "eligible"; reason: TargetGroup }
);

const key = (municipality: string, reason: string): string => `${municipality}/${reason}`;

/** All stages of all municipalities of the frame, zeros too: received = Σ excluded + Σ eligible. */
export function flowOf(frame: readonly FrameRow[]): FlowRow[] {
  const municipalities = [...new Set(frame.map((row) => row.municipality))].toSorted();
  const counts = new Map<string, number>();
  for (const row of frame) {
    for (const reason of ["", row.exclusion ?? row.targetGroup ?? ""]) {
      const place = key(row.municipality, reason);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return municipalities.flatMap((municipality) => {
    const n = (reason: string): number => counts.get(key(municipality, reason)) ?? 0;
    return [
      { municipality, stage: "received", reason: "", n: n("") } as const,
      ...EXCLUSIONS.map((reason) => ({ municipality, stage: "excluded", reason, n: n(reason) }) as const),
      ...TARGET_GROUPS.map((reason) => ({ municipality, stage: "eligible", reason, n: n(reason) }) as const),
    ];
  });
}
