/**
 * How many answers a field period will end with, seen from the middle of it (STATISTICS §2).
 *
 * The people who were invited answer with one unknown chance p in the end, p ~ Beta(a, b), and the share c of the final
 * answers is normally in by now (`completeness.ts`). With k of n in,
 *
 *   k | p ~ Bin(n, p c),   remaining | p, k ~ Bin(n − k, p (1 − c) / (1 − p c)).
 *
 * The factors 1 − p c of likelihood and remainder cancel, and the integral over p is a Beta function: the number m that is
 * still to come has the exact distribution
 *
 *   P(m) ∝ C(n − k, m) (1 − c)^m B(a + k + m, b + n − k − m).
 *
 * People who were invited at different times are parts with their own n, k and c and the same p: their factors
 * C(n − k, m) (1 − c)^m are convolved before the Beta function is put on.
 */
import { logGamma } from "../distributions/logGamma.ts";
import { trimmed, type CountDistribution } from "./countDistribution.ts";

/** People who were invited together. */
export interface FieldPart {
  invited: number;
  answered: number;
  /** Share of their final answers that is normally in by now, 0 to 1; above 0 where somebody has answered. */
  completeness: number;
}

/** Beta(a, b) on the final response rate. */
export interface RatePrior {
  a: number;
  b: number;
}

/** A prior with this mean that weighs as much as `weight` invited people whose field period is over. */
export const priorOf = (rate: number, weight: number): RatePrior => ({
  a: rate * weight,
  b: (1 - rate) * weight,
});

export interface FieldForecast {
  /** Final answers. */
  final: CountDistribution;
  /** Mean of the final response rate p. */
  meanRate: number;
  /** ln P(answered so far), up to a constant that does not depend on completeness. */
  logEvidence: number;
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** ln C(n − k, m) (1 − c)^m for m = 0 … n − k; of m = 0 alone where nothing can come any more. */
function logFactors({ invited, answered, completeness }: FieldPart): Float64Array {
  const left = invited - answered;
  const open = 1 - completeness;
  if (open <= 0) return new Float64Array(1);
  return Float64Array.from({ length: left + 1 }, (_, m) => logChoose(left, m) + m * Math.log(open));
}

/** ln Σ exp: of a convolution term, or of all terms. */
function logSum(logs: Iterable<number>): number {
  const terms = [...logs];
  const largest = terms.reduce((most, log) => Math.max(most, log), -Infinity);
  if (largest === -Infinity) return largest;
  return largest + Math.log(terms.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}

function convolved(first: Float64Array, second: Float64Array): Float64Array {
  if (second.length === 1) return first;
  return Float64Array.from({ length: first.length + second.length - 1 }, (_, m) => {
    const terms: number[] = [];
    for (let i = Math.max(0, m - second.length + 1); i <= Math.min(m, first.length - 1); i++) {
      terms.push((first[i] ?? 0) + (second[m - i] ?? 0));
    }
    return logSum(terms);
  });
}

function checkPart({ invited, answered, completeness }: FieldPart): void {
  if (!Number.isInteger(invited) || !Number.isInteger(answered) || answered < 0 || answered > invited) {
    throw new RangeError(`answered must be a whole number of the ${invited} invited, got ${answered}`);
  }
  if (!(completeness >= 0 && completeness <= 1) || (completeness === 0 && answered > 0)) {
    throw new RangeError(`completeness must be in [0, 1], above 0 with answers, got ${completeness}`);
  }
}

/**
 * The exact forecast.
 * @throws RangeError when a part has more answers than people, or answers before any are due
 */
export function fieldForecast(parts: readonly FieldPart[], { a, b }: RatePrior): FieldForecast {
  parts.forEach(checkPart);
  const invited = parts.reduce((sum, part) => sum + part.invited, 0);
  const answered = parts.reduce((sum, part) => sum + part.answered, 0);
  const logs = parts.map(logFactors).reduce(convolved, new Float64Array(1));
  const weighted = logs.map(
    (log, m) =>
      log + logGamma(a + answered + m) + logGamma(b + invited - answered - m) - logGamma(a + b + invited),
  );
  const logTotal = logSum(weighted);
  const probabilities = weighted.map((log) => Math.exp(log - logTotal));
  const stillToCome = probabilities.reduce((sum, p, m) => sum + p * m, 0);
  const seen = parts.reduce(
    (sum, part) => sum + (part.answered > 0 ? part.answered * Math.log(part.completeness) : 0),
    0,
  );
  return {
    final: trimmed({ from: answered, probabilities }),
    meanRate: (a + answered + stillToCome) / (a + b + invited),
    logEvidence: logTotal + seen,
  };
}

/**
 * The forecast when the completeness is not known exactly: each way it may be, weighted by how likely it was beforehand and
 * by how well it explains the answers.
 */
export function forecastOverCurves(
  ways: readonly { weight: number; parts: readonly FieldPart[] }[],
  prior: RatePrior,
): FieldForecast {
  const forecasts = ways.map(({ weight, parts }) => ({ weight, ...fieldForecast(parts, prior) }));
  const logs = forecasts.map(({ weight, logEvidence }) => Math.log(weight) + logEvidence);
  const logEvidence = logSum(logs);
  const mixed = forecasts.map(({ final, meanRate }, i) => ({
    final,
    meanRate,
    weight: Math.exp((logs[i] ?? 0) - logEvidence),
  }));
  const from = Math.min(...mixed.map(({ final }) => final.from));
  const end = Math.max(...mixed.map(({ final }) => final.from + final.probabilities.length));
  const probabilities = new Float64Array(end - from);
  for (const { final, weight } of mixed) {
    final.probabilities.forEach((p, i) => {
      const at = final.from - from + i;
      probabilities[at] = (probabilities[at] ?? 0) + weight * p;
    });
  }
  const meanRate = mixed.reduce((sum, way) => sum + way.weight * way.meanRate, 0);
  return { final: trimmed({ from, probabilities }), meanRate, logEvidence };
}
