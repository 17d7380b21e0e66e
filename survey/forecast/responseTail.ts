import { expectedAnswers } from "./expectedAnswers.ts";

/** What may be left out of a probability: far under the accuracy of the rate scenarios, near that of a double. */
const LEFT_OUT = 1e-16;
const LOG_LEFT_OUT = -Math.log(LEFT_OUT);

/** The variance of the number of answers at known rates: Σ n_h ρ_h (1 − ρ_h). */
const varianceOf = (invited: readonly number[], rates: readonly number[]): number =>
  invited.reduce((sum, n, group) => sum + n * (rates[group] ?? 0) * (1 - (rates[group] ?? 0)), 0);

/**
 * How far from its mean a sum of independent yes/no with this variance is found with a chance of at most 1e-16: the d of
 * Bernstein's inequality, exp(−d² / (2 (variance + d / 3))) = 1e-16.
 */
const reachOf = (variance: number): number =>
  LOG_LEFT_OUT / 3 + Math.sqrt((LOG_LEFT_OUT / 3) ** 2 + 2 * LOG_LEFT_OUT * variance);

/** ln |φ(θ)| and arg φ(θ) of the number of answers S, with φ(θ) = E e^{iθS} = Π (1 − ρ_h + ρ_h e^{iθ})^{n_h}. */
function logTransform(
  invited: readonly number[],
  rates: readonly number[],
  angle: number,
): { logModulus: number; argument: number } {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const oneMinusCosine = 2 * Math.sin(angle / 2) ** 2;
  let logModulus = 0;
  let argument = 0;
  for (let group = 0; group < invited.length; group++) {
    const [n, rate] = [invited[group] ?? 0, rates[group] ?? 0];
    logModulus += 0.5 * n * Math.log1p(-2 * rate * (1 - rate) * oneMinusCosine);
    argument += n * Math.atan2(rate * sine, 1 - rate + rate * cosine);
  }
  return { logModulus, argument };
}

/**
 * P(S ≥ target) for S answers among `invited[h]` citizens of group h who each answer with the known chance `rates[h]`,
 * independently: the tail of a sum of binomials, without making their convolution.
 *
 * The inversion formula on the lattice (Gil-Pelaez 1951; as a Fourier series Abate & Whitt 1992, §5): with an even
 * half-width L and the angles θ_j = π j / L,
 *
 *   P(S ≥ k) = 1/2 + 1/L · Σ_{j = 1, 3, 5, … < L} Im(φ(θ_j) e^{−iθ_j (k − 1/2)}) / sin(θ_j / 2)
 *
 * is exact when S is certain to be in k − L … k + L − 1, and else wrong by at most P(S outside). L holds all but 1e-16 of
 * the distribution (Bernstein) or all of it, whichever is narrower, and the sum ends where |φ|, which falls with θ, is under
 * 1e-16. So the absolute error is that of a double: about 1e-14.
 */
export function responseTail(invited: readonly number[], rates: readonly number[], target: number): number {
  const everybody = invited.reduce((sum, n) => sum + n, 0);
  if (target <= 0) return 1;
  if (target > everybody) return 0;
  const mean = expectedAnswers(invited, rates);
  const reach = reachOf(varianceOf(invited, rates));
  if (Math.abs(mean - target) > reach) return mean > target ? 1 : 0;
  const width = Math.min(Math.abs(mean - target) + reach, Math.max(target, everybody - target + 1));
  const half = 2 * Math.ceil(width / 2);
  let sum = 0;
  for (let j = 1; j < half; j += 2) {
    const angle = (Math.PI * j) / half;
    const { logModulus, argument } = logTransform(invited, rates, angle);
    if (logModulus < -LOG_LEFT_OUT) break;
    sum += (Math.exp(logModulus) * Math.sin(argument - angle * (target - 0.5))) / Math.sin(angle / 2);
  }
  return Math.min(1, Math.max(0, 0.5 + sum / half));
}
