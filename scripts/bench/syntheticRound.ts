/** A round of made-up people who answer, without any file: for benchmarks and for tests of whole rounds. */
import { breakdownValues } from "#survey/estimate/domains.ts";
import type { AllocationRow, AnswerRow, EstimationInput, SampleRow } from "#survey/estimate/input.ts";
import { CLOSED_ITEM_IDS, CODE_DONT_KNOW, CODE_NO_INTERVIEW } from "#survey/questionnaire.ts";
import type { Round } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import type { Random } from "../demo/random.ts";

/** Citizens and invited of each target group. */
export interface SyntheticPlace {
  code: string;
  populations: readonly number[];
  invited: readonly number[];
}

export interface Behaviour {
  /** Share of the invited who answer, by target group. */
  rates: readonly number[];
  dontKnow: number;
  skipped: number;
  noInterview: number;
  /** How unevenly people lie over the values of a background variable: 0 evenly, 2 most in one. */
  skew: number;
}

const DEFAULT: Behaviour = {
  rates: [0.28, 0.15, 0.22, 0.19],
  dontKnow: 0.04,
  skipped: 0.015,
  noInterview: 0.07,
  skew: 0.5,
};
/** Between the codes 1 to 5 on the scale of contentment. */
const CUTS = [1.1, 0.2, -0.5, -1.2];
const AFTER_INTERVIEW = new Set<string>(["q7", "q8", "q9", "q10"]);

/** Sample, allocation and answers of a round. */
export function syntheticRound(
  round: Round,
  places: readonly SyntheticPlace[],
  random: Random,
  changes: Partial<Behaviour> = {},
): EstimationInput {
  const behaviour = { ...DEFAULT, ...changes };
  const allocation: AllocationRow[] = [];
  const sample: SampleRow[] = [];
  const answers: AnswerRow[] = [];
  const values = Object.entries(breakdownValues(round));
  for (const { code, populations, invited } of places) {
    const census = populations.every((n, g) => n === invited[g]);
    TARGET_GROUPS.forEach((group, g) => {
      const n = invited[g] ?? 0;
      const row = {
        municipality: code,
        target_group: group,
        population: populations[g] ?? 0,
        sample: n,
        census,
      };
      allocation.push(row);
      for (let i = 0; i < n; i++) {
        const respondent = `${code}-${String(sample.length).padStart(7, "0")}`;
        const background = Object.fromEntries(
          values.map(([variable, list]) => [variable, skewed(list, behaviour.skew, random)]),
        );
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the background variables
        sample.push({ respondent, municipality: code, target_group: group, ...background } as SampleRow);
        if (random.chance(behaviour.rates[g] ?? 0)) answers.push(answerOf(respondent, behaviour, random));
      }
    });
  }
  return { round, allocation, sample, answers };
}

const skewed = (list: readonly string[], skew: number, random: Random): string =>
  random.weighted(list.map((value, i) => [value, Math.exp(-skew * i)] as const));

function answerOf(respondent: string, behaviour: Behaviour, random: Random): AnswerRow {
  const content = random.normal();
  const hadNone = random.chance(behaviour.noInterview);
  const codes = CLOSED_ITEM_IDS.map((item) => {
    if (hadNone && AFTER_INTERVIEW.has(item)) return [item, CODE_NO_INTERVIEW];
    if (random.chance(behaviour.skipped)) return [item, null];
    if (random.chance(behaviour.dontKnow)) return [item, CODE_DONT_KNOW];
    const feeling = content + 0.8 * random.normal();
    return [item, 1 + CUTS.filter((cut) => feeling < cut).length];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the items
  return { respondent, ...Object.fromEntries(codes) } as AnswerRow;
}
