import type { Sampling } from "../round.ts";

/**
 * The sample size that the size curve of the round gives a municipality: `minimum` up to a population of `sizeCurve.from`,
 * `maximum` from `sizeCurve.to`, linear in the logarithm of the population between, rounded; never more than the population.
 */
export function curveSize(
  population: number,
  { minimum, maximum, sizeCurve }: Pick<Sampling, "minimum" | "maximum" | "sizeCurve">,
): number {
  if (population === 0) return 0;
  const { from, to } = sizeCurve;
  const place = (Math.log(population) - Math.log(from)) / (Math.log(to) - Math.log(from));
  const size = minimum + (maximum - minimum) * Math.min(1, Math.max(0, place));
  return Math.min(population, Math.round(size));
}
