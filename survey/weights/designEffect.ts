/** Count, sum and sum of squares of a set of weights: all that Kish's measures need. */
export interface WeightSums {
  count: number;
  weight: number;
  weightSquared: number;
}

/**
 * Kish's design effect of unequal weights, n Σw² / (Σw)²: by how much they inflate the variance; 1 when all are equal.
 * @throws RangeError when there are no weights.
 * @example designEffect({ count: 2, weight: 4, weightSquared: 10 }) // 1.25, the weights 1 and 3
 */
export function designEffect({ count, weight, weightSquared }: WeightSums): number {
  if (!(count > 0 && weight > 0)) throw new RangeError("a design effect needs at least one weight above 0");
  return (count * weightSquared) / (weight * weight);
}

/** Kish's effective number of answers, (Σw)² / Σw². The one that is reported as such (STATISTICS §4). */
export const effectiveSize = (sums: WeightSums): number => sums.count / designEffect(sums);
