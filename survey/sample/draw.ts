/** A person of the frame with a ticket value in [0, 1). */
export interface Ticketed {
  /** Breaks ties between equal tickets; compared by code unit. */
  id: string;
  ticket: number;
}

/**
 * The persons of one stratum in the order in which they are drawn: by (ticket − start) mod 1, then by id.
 *
 * ```
 *   0        start                                  1
 *   |-----------|--3rd---1st … (the order wraps around at 1)
 * ```
 *
 * The n first are a simple random sample of the stratum (sequential sampling with permanent random numbers: Ohlsson 1995).
 * The order does not depend on the order of the input; a larger sample only adds people; people who come or go move
 * nobody else; another start in the next round asks other people.
 *
 * Exact: a ticket is a multiple of 2^−52, and so is a ticket + 1 in a double, while ticket − start might be rounded.
 *
 * @param start point on the unit interval, in [0, 1).
 */
export function drawOrder<T extends Ticketed>(stratum: readonly T[], start = 0): T[] {
  return stratum
    .map((person) => ({ person, place: person.ticket >= start ? person.ticket : person.ticket + 1 }))
    .toSorted((a, b) => a.place - b.place || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person);
}

/**
 * The sample of one stratum: the first n in draw order.
 * @throws RangeError when the stratum has fewer than n persons.
 */
export function draw<T extends Ticketed>(stratum: readonly T[], n: number, start = 0): T[] {
  if (n > stratum.length) throw new RangeError(`cannot draw ${n} from a stratum of ${stratum.length}`);
  return drawOrder(stratum, start).slice(0, n);
}
