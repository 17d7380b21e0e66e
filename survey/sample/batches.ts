/** A sample and its supplements: each batch enlarges what is drawn and touches nobody in it. */
import { targetGroupAllocation, type TargetGroupPlanning } from "./targetGroupAllocation.ts";

export interface Batches {
  /** Invited of each target group in each batch. */
  batches: number[][];
  /** Invited of each target group in all batches together. */
  sample: number[];
  /** The minimum answers of the target groups do not fit the whole sample. */
  lowerRelaxed: boolean;
}

/**
 * Shares each batch over the target groups: the first as {@link targetGroupAllocation} says, every later one so that the whole
 * becomes the allocation of the larger sample, with what is drawn already as lower bounds.
 *
 * @param sizes the size of the first sample and of each supplement.
 * @throws InfeasibleAllocationError when the batches together are larger than the population.
 */
export function batchesOf(sizes: readonly number[], planning: TargetGroupPlanning): Batches {
  let sample = planning.populations.map(() => 0);
  let [size, lowerRelaxed] = [0, false];
  const batches = sizes.map((more) => {
    size += more;
    const before = sample;
    ({ sample, lowerRelaxed } = targetGroupAllocation(size, planning, before));
    return sample.map((n, h) => n - (before[h] ?? 0));
  });
  return { batches, sample, lowerRelaxed };
}
