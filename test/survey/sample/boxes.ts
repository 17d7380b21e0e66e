/** Random allocation problems that have a solution, and the objective they are judged by. */
import * as fc from "fast-check";

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Σ A² / x; a stratum without variance adds nothing. */
export const objective = (priorities: readonly number[], sizes: readonly number[]): number =>
  sum(priorities.map((priority, h) => (priority === 0 ? 0 : priority ** 2 / (sizes[h] ?? 0))));

const stratum = fc
  .record({
    priority: fc.double({ min: 0.1, max: 1000, noNaN: true }),
    lower: fc.integer({ min: 1, max: 8 }),
    room: fc.nat(10),
  })
  .map(({ priority, lower, room }) => ({ priority, lower, upper: lower + room }));

/** Up to five strata with whole bounds from 1, and a whole total between their sums. */
export const anyBox = fc
  .record({
    strata: fc.array(stratum, { minLength: 1, maxLength: 5 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ strata, place }) => {
    const lower = strata.map((s) => s.lower);
    const upper = strata.map((s) => s.upper);
    return {
      priorities: strata.map((s) => s.priority),
      lower,
      upper,
      total: Math.round(sum(lower) + place * (sum(upper) - sum(lower))),
    };
  });
