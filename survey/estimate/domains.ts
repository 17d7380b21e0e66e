/** The domains that results are made for (DESIGN §9), and which of them lie inside which. */
import { bandsOf } from "../bands.ts";
import { BREAKDOWNS, type Breakdown, type Domain } from "../results.ts";
import type { Round } from "../round.ts";
import { TARGET_GROUPS, type TargetGroup } from "../targetGroups.ts";

/** What a domain is made of, without results. */
export type DomainKey = Pick<Domain, "municipality" | "targetGroup" | "breakdown">;

/** The values of each background variable, in the order in which they are shown. */
export const breakdownValues = (
  round: Pick<Round, "bands">,
): Readonly<Record<Breakdown, readonly string[]>> => ({
  sex: ["f", "m"],
  ...bandsOf(round),
  finished: ["0", "1"],
});

const key = (
  municipality: string | null,
  targetGroup: TargetGroup | null = null,
  breakdown: DomainKey["breakdown"] = null,
): DomainKey => ({ municipality, targetGroup, breakdown });

/**
 * Every domain of a round: all, each municipality, each target group, municipality × target group, and each background value
 * for all and per municipality. Background is never crossed with target group. Whether anybody is in a domain does not
 * matter: the list says nothing about the answers.
 */
export function domainsOf(
  municipalities: readonly string[],
  values: Readonly<Record<Breakdown, readonly string[]>>,
): DomainKey[] {
  const places = [null, ...municipalities];
  return [
    ...places.map((place) => key(place)),
    ...places.flatMap((place) => TARGET_GROUPS.map((group) => key(place, group))),
    ...places.flatMap((place) =>
      BREAKDOWNS.flatMap((variable) =>
        values[variable].map((value) => key(place, null, { variable, value })),
      ),
    ),
  ];
}

/**
 * The domains one step larger, in which the people outside this one can be found by subtraction: without the municipality,
 * without the target group, without the background.
 */
export function parentsOf({ municipality, targetGroup, breakdown }: DomainKey): DomainKey[] {
  return [
    ...(municipality === null ? [] : [key(null, targetGroup, breakdown)]),
    ...(targetGroup === null ? [] : [key(municipality, null, breakdown)]),
    ...(breakdown === null ? [] : [key(municipality, targetGroup, null)]),
  ];
}
