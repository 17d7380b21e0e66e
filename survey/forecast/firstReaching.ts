/** A whole number with the probability there. */
interface Point {
  at: number;
  probability: number;
}

const logit = (probability: number): number => Math.log(probability / (1 - probability));

/**
 * Where a probability between two points reaches a level, if its log odds grew evenly: near enough for tails of sums, and a
 * guess only. The middle where an end is certain.
 */
function guessBetween(below: Point, reached: Point, level: number): number {
  const [low, high] = [logit(below.probability), logit(reached.probability)];
  const part = (logit(level) - low) / (high - low);
  return below.at + (Number.isFinite(part) ? part : 0.5) * (reached.at - below.at);
}

/**
 * The smallest whole n in below + 1 … reached at which a probability that never falls with n is at least `level`. It is below
 * `level` at `below` and not at `reached`.
 *
 * Interpolates on the log odds. A guess that lands on the same side as the one before is pushed to the other side, twice as
 * far each time, so that both ends close in: a handful of probabilities where bisection asks for a dozen.
 */
export function firstReaching(
  bracket: { below: Point; reached: Point },
  level: number,
  probabilityAt: (n: number) => number,
): number {
  let { below, reached } = bracket;
  let push = 0;
  while (reached.at - below.at > 1) {
    const guess = Math.round(guessBetween(below, reached, level) + push);
    const at = Math.min(reached.at - 1, Math.max(below.at + 1, guess));
    const point = { at, probability: probabilityAt(at) };
    if (point.probability >= level) {
      reached = point;
      push = push < 0 ? 2 * push : -1;
    } else {
      below = point;
      push = push > 0 ? 2 * push : 1;
    }
  }
  return reached.at;
}
