/** Over all tests of a family, a false claim in at most this share of cases. */
const FAMILY_ERROR = 0.05;

/**
 * Holm's step-down test (Holm 1979, Scandinavian Journal of Statistics 6:65): the smallest of m p-values must be at most
 * 0.05 / m, the next 0.05 / (m − 1), and so on until one is not. No assumption on how the tests hang together.
 * @param values p of each test; `null` where it is not defined, which is no member of the family and never clear.
 * @returns for each, whether its difference is clear.
 * @example holm([0.02, 0.001, null]) // [true, true, false]: 0.001 ≤ 0.05 / 2, then 0.02 ≤ 0.05
 */
export function holm(values: readonly (number | null)[]): boolean[] {
  const order = values
    .flatMap((p, place) => (p === null ? [] : [{ p, place }]))
    .toSorted((a, b) => a.p - b.p);
  const fails = order.findIndex(({ p }, rank) => p > FAMILY_ERROR / (order.length - rank));
  const clear = new Set(order.slice(0, fails < 0 ? order.length : fails).map(({ place }) => place));
  return values.map((_, place) => clear.has(place));
}
