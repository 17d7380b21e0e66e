import { betaQuantile } from "../distributions/betaQuantile.ts";

/** One way the response may turn out: the rate of every group, and how likely this way is. */
export interface RateScenario {
  weight: number;
  rates: readonly number[];
}

/** Step of the rule at n · icc = 0; measured to make P(answers ≥ k) right to 1e-9 (test/survey/forecast). */
const STEP = 0.36;
/** π sinh(3) = 31: beyond it the rule's weights are under 1e-13. */
const REACH = 3;

/**
 * The uncertainty about a municipality's response as weighted scenarios.
 *
 * Each group's rate is Beta with the expected rate as mean and `icc` as intra-class correlation (a + b = 1/icc − 1), so
 * each group's answers are beta-binomial with variance n ρ (1 − ρ) (1 + (n − 1) icc). All groups of a municipality move
 * together: they take the same quantile u of their Betas, because what makes a municipality's response high or low (the
 * letter, the week, the news) meets all of them. With equal rates the total is exactly beta-binomial.
 *
 * The integral over u is done by the double exponential rule u = 1 / (1 + exp(−π sinh s)), whose step follows
 * `largestSample`: the larger the sample, the sharper P(answers ≥ k) turns from 0 to 1 along u.
 *
 * @param rates expected response of each group, from 0; a rate of 1 or more is certain response.
 * @param icc 0 (independent citizens: one scenario) up to, not including, 1.
 * @throws RangeError when icc is outside [0, 1).
 */
export function rateScenarios(rates: readonly number[], icc: number, largestSample: number): RateScenario[] {
  if (!(icc >= 0 && icc < 1)) throw new RangeError(`icc must be in [0, 1), got ${icc}`);
  const means = rates.map((rate) => Math.min(1, rate));
  if (icc === 0) return [{ weight: 1, rates: means }];
  const shapes = 1 / icc - 1;
  const step = STEP / Math.sqrt(1 + largestSample * icc);
  const steps = Math.ceil(REACH / step);
  const scenarios: RateScenario[] = [];
  for (let i = -steps; i <= steps; i++) {
    const exponent = Math.exp(Math.PI * Math.sinh(i * step));
    const [u, rest] = [exponent / (1 + exponent), 1 / (1 + exponent)];
    scenarios.push({
      weight: Math.cosh(i * step) * u * rest,
      rates: means.map((mean) => rateAt(u, rest, mean * shapes, (1 - mean) * shapes)),
    });
  }
  const sum = scenarios.reduce((total, { weight }) => total + weight, 0);
  return scenarios.map(({ weight, rates: at }) => ({ weight: weight / sum, rates: at }));
}

/** The quantile u of Beta(a, b), from the nearer end; a mean of 0 or 1 is certain. */
function rateAt(u: number, rest: number, a: number, b: number): number {
  if (a <= 0 || b <= 0) return a <= 0 ? 0 : 1;
  return u < 0.5 ? betaQuantile(u, a, b) : 1 - betaQuantile(rest, b, a);
}
