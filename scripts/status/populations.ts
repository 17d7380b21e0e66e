/** How many people each target group of each municipality has, from `sample/allocation.csv`. */
import { ALLOCATION_COLUMNS } from "#survey/files.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { readTable } from "../io/table.ts";
import type { Run } from "../run.ts";
import { ALLOCATION_FILE } from "../sample/files.ts";

/** Eligible citizens by municipality and target group. */
export type Populations = ReadonlyMap<string, Readonly<Record<TargetGroup, number>>>;

export interface Allocation {
  populations: Populations;
  /** Municipalities where everybody is in the sample. */
  census: ReadonlySet<string>;
}

const nobody = (): Record<TargetGroup, number> => ({
  dagpenge: 0,
  aktivitetsparate: 0,
  sygedagpenge: 0,
  jobparate: 0,
});

export async function readAllocation(run: Run): Promise<Allocation> {
  const text = await run.readText(ALLOCATION_FILE, "Draw the sample again: `npx borgersvar sample <round>`.");
  const rows = readTable(text, ALLOCATION_COLUMNS, run.path(ALLOCATION_FILE));
  run.readRows(ALLOCATION_FILE, rows.length);
  const populations = new Map<string, Record<TargetGroup, number>>();
  for (const { municipality, target_group, population } of rows) {
    const group = TARGET_GROUPS.find((known) => known === target_group);
    if (!group) continue;
    const own = populations.get(municipality) ?? nobody();
    own[group] = Number(population);
    populations.set(municipality, own);
  }
  const census = rows.filter((row) => row.census === "1").map((row) => row.municipality);
  return { populations, census: new Set(census) };
}
