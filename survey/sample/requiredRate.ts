import { probabilityOfAnswers } from "../forecast/answers.ts";
import { expectedAnswers } from "../forecast/expectedAnswers.ts";
import { rateScenarios } from "../forecast/rateScenarios.ts";
import type { Sampling } from "../round.ts";
import { rootBetween } from "./root.ts";

/**
 * The response rate, answers per invited, that a fixed sample would need for P(answers ≥ target) to reach the target
 * probability: all groups' expected rates are multiplied by one factor (none above 1), and the answer is the overall rate
 * Σ n_h ρ_h / Σ n_h at the smallest factor that does. `null` when not even everybody answering would do.
 */
export function requiredRate(
  sample: readonly number[],
  rates: readonly number[],
  { targetAnswers, targetProbability, icc }: Pick<Sampling, "targetAnswers" | "targetProbability" | "icc">,
): number | null {
  const invited = sample.reduce((sum, n) => sum + n, 0);
  if (invited < targetAnswers) return null;
  const scaled = (factor: number) => rates.map((rate) => Math.min(1, rate * factor));
  const shortfall = (factor: number) =>
    targetProbability -
    probabilityOfAnswers(sample, rateScenarios(scaled(factor), icc, invited), targetAnswers);
  const factor = rootBetween(shortfall, 0, 1 / Math.min(...rates));
  return expectedAnswers(sample, scaled(factor)) / invited;
}
