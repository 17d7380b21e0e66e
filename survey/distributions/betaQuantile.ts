import { incompleteBeta } from "./incompleteBeta.ts";
import { logGamma } from "./logGamma.ts";
import { betaKernel } from "./saddlePoint.ts";

const MOST_STEPS = 200;
/** Far out in a tail Halley's steps crawl: from here on every other step halves the bracket. */
const PATIENT_STEPS = 8;
/** Halley's steps shrink to their third power, so the one after a step this small would change nothing. */
const LAST_RELATIVE_STEP = 1e-7;

/** A first guess: a normal approximation where both shapes are at least 1, else the power of the nearer tail. */
function firstGuess(probability: number, a: number, b: number): number {
  if (a >= 1 && b >= 1) return normalGuess(probability, a, b);
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const lower = Math.exp((Math.log(probability * a) + logBeta) / a);
  if (lower < 0.5) return lower;
  const upper = Math.exp((Math.log((1 - probability) * b) + logBeta) / b);
  return upper < 0.5 ? 1 - upper : a / (a + b);
}

/** Abramowitz & Stegun 26.2.23 (normal quantile to 4.5e-4) into 26.5.22. */
function normalGuess(probability: number, a: number, b: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
  const size = t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481));
  const z = probability < 0.5 ? size : -size;
  const lambda = (z * z - 3) / 6;
  const h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
  const w =
    (z * Math.sqrt(h + lambda)) / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * h));
  return a / (a + b * Math.exp(2 * w));
}

/**
 * The quantile of Beta(a, b): the x with I_x(a, b) = probability. Halley's method, kept inside a shrinking bracket; relative
 * error about 1e-12 for quantiles above 1e-25, which are otherwise given as a number below that.
 * @throws RangeError when a or b is not above 0 or the probability is outside [0, 1].
 * @example betaQuantile(0.6875, 2, 3) // 0.5
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`shapes must be above 0, got ${a} and ${b}`);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must be in [0, 1], got ${probability}`);
  }
  if (probability === 0 || probability === 1) return probability;
  let low = 0;
  let high = 1;
  let x = firstGuess(probability, a, b);
  if (!(x > 0 && x < 1)) x = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const error = incompleteBeta(x, a, b) - probability;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const relative = (error * (1 - x)) / betaKernel(x, 1 - x, a, b);
    const newton = relative * x;
    const curvature = relative * (a - 1) - (newton * (b - 1)) / (1 - x);
    const move = newton / (1 - 0.5 * Math.min(1, curvature));
    if (Math.abs(newton) <= LAST_RELATIVE_STEP * Math.min(x, 1 - x)) return x - move;
    const next = x - move;
    const crawls = step > PATIENT_STEPS && step % 2 === 1;
    x = next > low && next < high && !crawls ? next : (low + high) / 2;
  }
  return x;
}
