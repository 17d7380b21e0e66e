/** Bounds of an allocation: `lower[h] ≤ x_h ≤ upper[h]`, in the order of the strata. An upper bound may be Infinity. */
export interface Box {
  lower: readonly number[];
  upper: readonly number[];
}

/** The bounds leave no room for the total: contradictory settings, which a person must mend. */
export class InfeasibleAllocationError extends RangeError {
  readonly total: number;
  readonly bound: number;

  constructor(side: "lower" | "upper", bound: number, total: number) {
    super(
      side === "lower"
        ? `no allocation: the lower bounds sum to ${bound}, more than the ${total} to allocate`
        : `no allocation: the upper bounds sum to ${bound}, fewer than the ${total} to allocate`,
    );
    this.name = "InfeasibleAllocationError";
    this.total = total;
    this.bound = bound;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Checks that a total fits the box.
 * @throws InfeasibleAllocationError when Σ lower > total or Σ upper < total.
 * @throws RangeError when a priority is negative or a lower bound is above its upper one.
 */
export function checkBox(total: number, priorities: readonly number[], { lower, upper }: Box): void {
  priorities.forEach((priority, h) => {
    const [low, high] = [lower[h] ?? NaN, upper[h] ?? NaN];
    if (!(priority >= 0 && priority < Infinity)) {
      throw new RangeError(`stratum ${h}: the priority must be a finite number from 0, got ${priority}`);
    }
    if (!(low >= 0 && low <= high))
      throw new RangeError(`stratum ${h}: bounds ${low} to ${high} hold nothing`);
  });
  if (sum(lower) > total) throw new InfeasibleAllocationError("lower", sum(lower), total);
  if (sum(upper) < total) throw new InfeasibleAllocationError("upper", sum(upper), total);
}
