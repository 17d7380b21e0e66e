/** How many have given which code to each item, domain by domain: sums of the slots of a {@link CodeTable}. */
import { domainId } from "../results.ts";
import { TARGET_GROUPS } from "../targetGroups.ts";
import { cellOf, CODES, DONT_KNOW, ITEMS, slotOf, type CodeTable, type Columns } from "./codeTable.ts";
import type { DomainKey } from "./domains.ts";
import type { Points } from "./ratioMean.ts";

export interface DomainTally {
  key: DomainKey;
  /** Slots with somebody in them, and the stratum of each, ascending. */
  slots: readonly number[];
  strata: readonly number[];
  /** People with an answer. */
  people: number;
  /** Of each item: how many have given the codes 1 to 5 and don't know. */
  counts: readonly (readonly number[])[];
  /** Of each item: the sums of the weights behind the counts. */
  weights: readonly (readonly number[])[];
}

/** Adds up a table for one domain. `municipalities[h]` is the municipality of stratum h. */
export function tallyOf(key: DomainKey, table: CodeTable, municipalities: readonly string[]): DomainTally {
  const columns = columnsOfDomain(key, table.columns);
  const parts = municipalities.flatMap((municipality, stratum) =>
    key.municipality === null || key.municipality === municipality
      ? columns.map((column) => ({ stratum, slot: slotOf(table.columns, stratum, column) }))
      : [],
  );
  const filled = parts.filter(({ slot }) => (table.people[slot] ?? 0) > 0);
  const slots = filled.map(({ slot }) => slot);
  return {
    key,
    slots,
    strata: filled.map(({ stratum }) => stratum),
    people: slots.reduce((sum, slot) => sum + (table.people[slot] ?? 0), 0),
    counts: sumsByItem(slots, table.count),
    weights: sumsByItem(slots, table.weight),
  };
}

/** Somebody is in exactly one column of each variable, so the target groups together are everybody. */
function columnsOfDomain({ targetGroup, breakdown, ...place }: DomainKey, columns: Columns): number[] {
  const wanted = breakdown
    ? [columns.of(breakdown.variable, breakdown.value)]
    : TARGET_GROUPS.filter((group) => targetGroup === null || group === targetGroup).map((group) =>
        columns.of("target_group", group),
      );
  return wanted.map((column) => {
    if (column === null)
      throw new RangeError(`no column for ${domainId({ ...place, targetGroup, breakdown })}`);
    return column;
  });
}

function sumsByItem(slots: readonly number[], values: Float64Array): number[][] {
  return Array.from({ length: ITEMS }, (_, item) => {
    const sums = Array.from({ length: CODES }, () => 0);
    for (const slot of slots) {
      const first = cellOf(slot, item);
      for (let code = 0; code < CODES; code++) sums[code] = (sums[code] ?? 0) + (values[first + code] ?? 0);
    }
    return sums;
  });
}

/** Fills `points` with the valid answers of an item in a domain; values are the codes 1 to 5. */
export function gatherPoints(tally: DomainTally, item: number, table: CodeTable, points: Points): void {
  points.length = 0;
  tally.slots.forEach((slot, i) => {
    const first = cellOf(slot, item);
    for (let code = 0; code < DONT_KNOW; code++) {
      const count = table.count[first + code] ?? 0;
      if (count === 0) continue;
      const place = points.length++;
      points.stratum[place] = tally.strata[i] ?? 0;
      points.value[place] = code + 1;
      points.count[place] = count;
      points.weight[place] = table.weight[first + code] ?? 0;
      points.weightSquared[place] = table.weightSquared[first + code] ?? 0;
    }
  });
}

/** The valid answers of an item (codes 1 to 5). */
export const validCounts = (tally: DomainTally, item: number): number[] =>
  (tally.counts[item] ?? []).slice(0, DONT_KNOW);

/** How many have given a valid answer or "don't know". */
export const replies = (tally: DomainTally, item: number): number =>
  (tally.counts[item] ?? []).reduce((sum, count) => sum + count, 0);
