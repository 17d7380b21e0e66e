import { checkBox, type Box } from "./box.ts";

/**
 * The box-constrained Neyman allocation in real numbers: minimises Σ A_h² / x_h subject to Σ x_h = total and
 * lower ≤ x ≤ upper.
 *
 * The optimum is x_h(s) = clamp(A_h · s, l_h, u_h) for one s. Σ x_h(s) is piecewise linear and increasing in s with
 * breaks at l_h / A_h and u_h / A_h: bisection over the sorted breaks finds the segment that holds the total, and the
 * segment gives s exactly; O(H log H). Strata with A_h = 0 add nothing to the variance: they stay at their lower bound
 * unless all others are full, and then fill up in the order given.
 *
 * Same optimum as RNABOX (Wesołowski, Wieczorkowski & Wójciak 2021; R stratallo); capping once and sharing out the rest
 * is not optimal.
 *
 * @throws InfeasibleAllocationError when the bounds do not hold the total.
 * @example continuousAllocation(190, [144000, 316000, 380000, 32000], { lower: [0, 0, 0, 0], upper: [100, 90, 70, 80] })
 * // [35.12, 77.07, 70, 7.80]
 */
export function continuousAllocation(total: number, priorities: readonly number[], box: Box): number[] {
  checkBox(total, priorities, box);
  const strata = priorities.map((priority, h) => ({
    priority,
    lower: box.lower[h] ?? 0,
    upper: box.upper[h] ?? 0,
  }));
  const scale = scaleFor(total, strata);
  const sizes = strata.map((stratum) => sizeAt(scale, stratum));
  return scale === Infinity ? fillIndifferent(total, sizes, strata) : sizes;
}

interface Stratum {
  priority: number;
  lower: number;
  upper: number;
}

const sizeAt = (scale: number, { priority, lower, upper }: Stratum): number =>
  priority === 0 ? lower : Math.min(upper, Math.max(lower, priority * scale));

/** The s with Σ x_h(s) = total; Infinity when only strata with A_h = 0 have room left. */
function scaleFor(total: number, strata: readonly Stratum[]): number {
  const breaks = strata
    .filter(({ priority }) => priority > 0)
    .flatMap(({ priority, lower, upper }) => [lower / priority, upper / priority])
    .toSorted((a, b) => a - b);
  const allocated = (scale: number) => strata.reduce((sum, stratum) => sum + sizeAt(scale, stratum), 0);
  if (allocated(breaks.at(-1) ?? 0) < total) return Infinity;
  let [below, reached] = [-1, breaks.length - 1];
  while (reached - below > 1) {
    const middle = (below + reached) >> 1;
    if (allocated(breaks[middle] ?? 0) < total) below = middle;
    else reached = middle;
  }
  const [start, end] = [breaks[below] ?? 0, breaks[reached] ?? 0];
  let fixed = 0;
  let slope = 0;
  for (const stratum of strata) {
    const { priority, lower, upper } = stratum;
    const free = start < end && lower / priority <= start && upper / priority >= end;
    if (free) slope += priority;
    else fixed += sizeAt(end, stratum);
  }
  return slope > 0 ? (total - fixed) / slope : end;
}

/** Gives what is left over to the strata with A_h = 0, in their order. */
function fillIndifferent(total: number, sizes: readonly number[], strata: readonly Stratum[]): number[] {
  let left = total - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, h) => {
    const { priority, upper } = strata[h] ?? { priority: 1, upper: size };
    const more = priority === 0 ? Math.min(left, upper - size) : 0;
    left -= more;
    return size + more;
  });
}
