import { checkBox, type Box } from "./box.ts";

/** How much Σ A² / x falls when a stratum of x grows by one, as its square root: A / √(x (x + 1)). */
function gain(priority: number, size: number): number {
  if (priority === 0) return 0;
  return size === 0 ? Infinity : priority / Math.sqrt(size * (size + 1));
}

/**
 * The box-constrained Neyman allocation in whole numbers: minimises Σ A_h² / x_h subject to Σ x_h = total and
 * lower ≤ x ≤ upper.
 *
 * Starts at the lower bounds and gives one unit at a time to the stratum with the largest A_h / √(x_h (x_h + 1)); ties go to
 * the larger A_h, then to the first stratum. This is the exact optimum, because the objective is separable and convex
 * (Wright 2012, 2017; Friedrich et al. 2015, SimpleGreedy), and it is nested: one more in total adds one somewhere and
 * moves nobody.
 *
 * With A_h = N_h and no bounds it is the Huntington–Hill apportionment, the integer form of a proportional sample.
 *
 * @throws InfeasibleAllocationError when the bounds do not hold the total.
 * @example integerAllocation(10, [470, 366, 164], { lower: [1, 2, 3], upper: [5, 6, 4] }) // [4, 3, 3]
 */
export function integerAllocation(total: number, priorities: readonly number[], box: Box): number[] {
  checkBox(total, priorities, box);
  const sizes = [...box.lower];
  const gains = priorities.map((priority, h) => gain(priority, sizes[h] ?? 0));
  let left = total - sizes.reduce((sum, size) => sum + size, 0);
  for (; left > 0; left--) {
    const best = bestStratum(gains, priorities, sizes, box.upper);
    const size = (sizes[best] ?? 0) + 1;
    sizes[best] = size;
    gains[best] = gain(priorities[best] ?? 0, size);
  }
  return sizes;
}

function bestStratum(
  gains: readonly number[],
  priorities: readonly number[],
  sizes: readonly number[],
  upper: readonly number[],
): number {
  let best = -1;
  for (let h = 0; h < gains.length; h++) {
    if ((sizes[h] ?? 0) >= (upper[h] ?? 0)) continue;
    const [mine, bestSoFar] = [gains[h] ?? 0, best < 0 ? -1 : (gains[best] ?? 0)];
    const wins = mine > bestSoFar || (mine === bestSoFar && (priorities[h] ?? 0) > (priorities[best] ?? 0));
    if (wins) best = h;
  }
  return best;
}
