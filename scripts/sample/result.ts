/** What `sample` says at the screen and to machines. */
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import type { CommandResult } from "../command.ts";
import type { Run } from "../run.ts";
import { REPORT_FILE } from "./files.ts";
import { nameOf, sumOf } from "./report/facts.ts";

function shortfallLine(plan: MunicipalityPlan): string {
  const needed =
    plan.requiredRate === null
      ? "cannot be reached"
      : `needs a response rate of ${(plan.requiredRate * 100).toFixed(1)} %`;
  const short = plan.verdict === "short" ? "; the budget gives too few" : "";
  return `  ${plan.code} ${nameOf(plan.code)}: ${plan.census ? "all" : "only"} ${plan.sample} invited, the target ${needed}${short}`;
}

const supplementLine = (plan: MunicipalityPlan): string => {
  const sizes = plan.batches.map((counts) => sumOf(counts, (n) => n));
  return `  ${plan.code} ${nameOf(plan.code)}: ${sizes.join(" + ")} invited, the last ${sizes.length > 2 ? `${sizes.length - 1} as supplements` : "as a supplement"}`;
};

const dataOf = (plan: MunicipalityPlan): Record<string, unknown> => ({
  code: plan.code,
  population: plan.population,
  sample: plan.sample,
  batches: plan.batches.map((counts) => sumOf(counts, (n) => n)),
  census: plan.census,
  verdict: plan.verdict,
  lowerRelaxed: plan.lowerRelaxed,
  expectedAnswers: plan.expectedAnswers,
  probability: plan.probability,
  requiredRate: plan.requiredRate,
});

/** @param absent municipalities of the round that the frame has nobody of. */
export function sampleResult(
  run: Run,
  plans: readonly MunicipalityPlan[],
  absent: readonly string[],
): CommandResult {
  const invited = sumOf(plans, (plan) => plan.sample);
  const expectedAnswers = Math.round(sumOf(plans, (plan) => plan.expectedAnswers));
  return {
    lines: [
      `${invited} of ${sumOf(plans, (plan) => plan.population)} eligible citizens in ${plans.length} municipalities are invited; about ${expectedAnswers} answers are expected.`,
      ...plans.filter((plan) => plan.verdict !== "reachable").map(shortfallLine),
      ...plans.filter((plan) => plan.batches.length > 1).map(supplementLine),
      ...(absent.length > 0 ? [`No frame yet from ${absent.join(", ")}: not in the sample.`] : []),
      `Read ${run.path(REPORT_FILE)}`,
    ],
    data: { municipalities: plans.map(dataOf), invited, expectedAnswers, absent },
  };
}
