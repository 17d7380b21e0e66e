import { factorise, solve } from "./cholesky.ts";
import { MARGIN_TOLERANCE, unreachable, worstFit, type Fitted, type Margin } from "./margins.ts";

/** How far from 1 the factors g = w / d may go, and how: a function F with g = F(x λ) (Deville & Särndal 1992, §2). */
export type Distance =
  | { method: "linear" }
  | { method: "raking" }
  /** Between `low` < 1 and `high` > 1. */
  | { method: "logit"; low: number; high: number };

const NEWTON_ROUNDS = 100;
/** Halvings of a step that makes the fit worse. */
const HALVINGS = 20;

/** F(u) and its derivative. */
function factorOf(distance: Distance, u: number): [value: number, slope: number] {
  if (distance.method === "linear") return [1 + u, 1];
  if (distance.method === "raking") return [Math.exp(u), Math.exp(u)];
  const { low, high } = distance;
  const steepness = (high - low) / ((1 - low) * (high - 1));
  // e^(A u) is divided out where it would overflow; both forms are the same function.
  const shrunk = Math.exp(-Math.abs(steepness * u));
  const [a, b] = u > 0 ? [(high - 1) * shrunk, 1 - low] : [high - 1, (1 - low) * shrunk];
  const value = (low * a + high * b) / (a + b);
  return [value, ((high - value) * (value - low) * steepness) / (high - low)];
}

/** Columns of the margins as one design matrix: the first value of every margin after the first follows from the others. */
interface Columns {
  count: number;
  /** The columns of each person with a 1, as many as margins; −1 where a value has none. */
  of: Int32Array;
  targets: Float64Array;
}

function columnsOf(margins: readonly Margin[], people: number): Columns {
  const of = new Int32Array(people * margins.length);
  const targets: number[] = [];
  margins.forEach((margin, m) => {
    const first = targets.length;
    const dropped = m === 0 ? 0 : 1;
    targets.push(...Array.from(margin.population).slice(dropped));
    for (let i = 0; i < people; i++) {
      const value = (margin.category[i] ?? 0) - dropped;
      of[i * margins.length + m] = value < 0 ? -1 : first + value;
    }
  });
  return { count: targets.length, of, targets: Float64Array.from(targets) };
}

/**
 * Calibration to margins (Deville & Särndal 1992): weights w = d F(x λ) whose sums are the populations of every value of
 * every margin, by Newton's method. With `logit` every factor stays inside its bounds; with `linear` weights can become
 * negative.
 * @returns the weights, or the margin furthest from its population where the bounds are too narrow.
 */
export function calibrate(base: Float64Array, margins: readonly Margin[], distance: Distance): Fitted {
  const empty = unreachable(margins, base);
  if (empty) return empty;
  const columns = columnsOf(margins, base.length);
  let lambda = new Float64Array(columns.count);
  let state = weightsAt(base, columns, lambda, margins.length, distance);
  for (let round = 1; round <= NEWTON_ROUNDS; round++) {
    if (worstFit(margins, state.weights).error <= MARGIN_TOLERANCE) {
      return { ok: true, weights: state.weights, rounds: round - 1 };
    }
    const step = solve(factorise(state.slopes, columns.count), state.rest);
    const before = norm(state.rest);
    let size = 1;
    for (let halving = 0; halving <= HALVINGS; halving++, size /= 2) {
      const next = lambda.map((value, j) => value + size * (step[j] ?? 0));
      state = weightsAt(base, columns, next, margins.length, distance);
      if (norm(state.rest) < before || halving === HALVINGS) {
        lambda = next;
        break;
      }
    }
  }
  return worstFit(margins, state.weights).conflict;
}

const norm = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** The weights at λ, what the margins still lack, and the matrix of the slopes Σ d F′ x xᵀ. */
function weightsAt(
  base: Float64Array,
  { count, of, targets }: Columns,
  lambda: Float64Array,
  margins: number,
  distance: Distance,
) {
  const weights = new Float64Array(base.length);
  const rest = Float64Array.from(targets);
  const slopes = new Float64Array(count * count);
  for (let i = 0; i < base.length; i++) {
    const mine = of.subarray(i * margins, (i + 1) * margins).filter((column) => column >= 0);
    const d = base[i] ?? 0;
    const [factor, slope] = factorOf(
      distance,
      mine.reduce((sum, column) => sum + (lambda[column] ?? 0), 0),
    );
    weights[i] = d * factor;
    for (const j of mine) {
      rest[j] = (rest[j] ?? 0) - d * factor;
      for (const k of mine) slopes[j * count + k] = (slopes[j * count + k] ?? 0) + d * slope;
    }
  }
  return { weights, rest, slopes };
}
