/** The field work in figures: each municipality and each target group, with the chance of reaching the target. */
import { progressOf, rateStillNeeded, responseRate, type Progress } from "#survey/contact/progress.ts";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import { expectedRates, type Round } from "#survey/round.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import type { PersonStatus } from "./dispositions.ts";

export interface Part {
  progress: Progress;
  /** Answers per invited, 0 to 1; null before anybody is invited. */
  rate: number | null;
}

export interface MunicipalityPart extends Part {
  code: string;
  name: string;
  /** Answers that are still missing to the target. */
  missing: number;
  /** See `rateStillNeeded`. */
  rateNeeded: number | null;
  /** P(answers ≥ target) as planned, at the expected response rates; field work does not change it. */
  plannedChance: number;
  groups: Record<TargetGroup, Part>;
}

export interface Overview {
  target: number;
  total: Part;
  municipalities: MunicipalityPart[];
  groups: Record<TargetGroup, Part & { expectedRate: number }>;
}

function partOf(statuses: readonly PersonStatus[]): Part {
  const progress = progressOf(statuses);
  return { progress, rate: responseRate(progress) };
}

const ofGroup = (statuses: readonly PersonStatus[], group: TargetGroup): PersonStatus[] =>
  statuses.filter((s) => s.targetGroup === group);

/** A record with a value for each target group. */
const perGroup = <T>(value: (group: TargetGroup) => T): Record<TargetGroup, T> => {
  const [dagpenge, aktivitetsparate, sygedagpenge, jobparate] = TARGET_GROUPS;
  return {
    dagpenge: value(dagpenge),
    aktivitetsparate: value(aktivitetsparate),
    sygedagpenge: value(sygedagpenge),
    jobparate: value(jobparate),
  };
};

function plannedChance(statuses: readonly PersonStatus[], round: Round): number {
  const { icc, targetAnswers } = round.sampling;
  const sizes = TARGET_GROUPS.map((group) => ofGroup(statuses, group).length);
  const scenarios = rateScenarios(expectedRates(round), icc, statuses.length);
  return probabilityOfAnswers(sizes, scenarios, targetAnswers);
}

function municipalityPart(code: string, statuses: readonly PersonStatus[], round: Round): MunicipalityPart {
  const part = partOf(statuses);
  const target = round.sampling.targetAnswers;
  return {
    ...part,
    code,
    name: municipalityOf(code)?.name ?? code,
    missing: Math.max(0, target - part.progress.answers),
    rateNeeded: rateStillNeeded(part.progress, target),
    plannedChance: plannedChance(statuses, round),
    groups: perGroup((group) => partOf(ofGroup(statuses, group))),
  };
}

/** Municipalities in the order of their codes. */
export function overviewOf(statuses: readonly PersonStatus[], round: Round): Overview {
  const codes = [...new Set(statuses.map((s) => s.municipality))].toSorted();
  return {
    target: round.sampling.targetAnswers,
    total: partOf(statuses),
    municipalities: codes.map((code) =>
      municipalityPart(
        code,
        statuses.filter((s) => s.municipality === code),
        round,
      ),
    ),
    groups: perGroup((group) => ({
      ...partOf(ofGroup(statuses, group)),
      expectedRate: round.sampling.expectedResponse[group],
    })),
  };
}
