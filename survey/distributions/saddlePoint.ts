/**
 * Loader's saddle-point form of the binomial density, for real arguments: it keeps full precision where differences of
 * log-gammas would lose it (a + b in the ten thousands).
 *
 * Source: C. Loader (2000), Fast and accurate computation of binomial probabilities; the form R's dbinom uses.
 */
import { logGamma } from "./logGamma.ts";

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** What Stirling's formula lacks: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π. */
function stirlingError(x: number): number {
  if (x <= 15) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  const squared = x * x;
  return (
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / squared) / squared) / squared) / squared) / x
  );
}

/** Deviance part x ln(x / expected) + expected − x, without cancellation where the two are close. */
function deviance(x: number, expected: number): number {
  const difference = x - expected;
  if (Math.abs(difference) >= 0.1 * (x + expected)) return x * Math.log(x / expected) - difference;
  const ratio = difference / (x + expected);
  const squared = ratio * ratio;
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= squared;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * x^a · (1 − x)^b / B(a, b) for a, b > 0 and 0 < x < 1, relative error about 1e-14. `y` is 1 − x, given apart so that
 * neither end loses digits.
 */
export function betaKernel(x: number, y: number, a: number, b: number): number {
  const total = a + b;
  const exponent =
    stirlingError(total) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, total * x) -
    deviance(b, total * y);
  return Math.sqrt((a * b) / (2 * Math.PI * total)) * Math.exp(exponent);
}
