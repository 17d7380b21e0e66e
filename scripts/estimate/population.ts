/** How many citizens there are, as anybody may know: for all, by municipality, by target group and by both. */
import type { AllocationRow } from "#survey/estimate/input.ts";
import { domainId } from "#survey/results.ts";

export function publicPopulation(allocation: readonly AllocationRow[]): Map<string, number> {
  const population = new Map<string, number>();
  for (const row of allocation) {
    for (const municipality of [null, row.municipality]) {
      for (const targetGroup of [null, row.target_group]) {
        const id = domainId({ municipality, targetGroup, breakdown: null });
        population.set(id, (population.get(id) ?? 0) + row.population);
      }
    }
  }
  return population;
}
