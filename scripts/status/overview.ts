/** The field work in figures: each municipality and each target group, with the forecast and what would help. */
import { progressOf, responseRate, type Progress } from "#survey/contact/progress.ts";
import { dayNumber } from "#survey/dates.ts";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { flagOf, type Flag } from "#survey/forecast/flag.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import { representativeness } from "#survey/representativeness/rIndicator.ts";
import { expectedRates, type Round } from "#survey/round.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import type { PersonStatus } from "./dispositions.ts";
import {
  extraSmsGain,
  forecastOf,
  nextReminder,
  type Forecast,
  type ForecastInput,
  type Gain,
} from "./forecasts.ts";
import type { Populations } from "./populations.ts";
import { byMunicipality } from "./sampledPeople.ts";

export interface Part {
  progress: Progress;
  /** Answers per invited, 0 to 1; null before anybody is invited. */
  rate: number | null;
  /** Null before anybody is invited. */
  forecast: Forecast | null;
}

export interface GroupPart extends Part {
  /** Unconditional partial R; null where it cannot be told. */
  partialR: number | null;
}

export interface MunicipalityPart extends Part {
  code: string;
  name: string;
  /** Answers that are still missing to the target. */
  missing: number;
  /** P(answers ≥ target) as planned, at the expected response rates; field work does not change it. */
  plannedChance: number;
  /** Null before anybody is invited. */
  flag: Flag | null;
  /** The next reminder, and the extra round of text messages where round.json allows it and it is not made. */
  reminder: Gain | null;
  extraSms: Gain | null;
  /** 1 − 2 S(ρ); null where it cannot be told. */
  rIndicator: number | null;
  /** The target group with the most negative partial R; null where none is clearly negative. */
  aimAt: TargetGroup | null;
  groups: Record<TargetGroup, GroupPart>;
}

export interface Overview {
  target: number;
  total: Part;
  municipalities: MunicipalityPart[];
  groups: Record<TargetGroup, Part & { expectedRate: number }>;
}

function partOf(statuses: readonly PersonStatus[], forecast: Forecast | null): Part {
  const progress = progressOf(statuses);
  return { progress, rate: responseRate(progress), forecast };
}

const ofGroup = (statuses: readonly PersonStatus[], group: TargetGroup): PersonStatus[] =>
  statuses.filter((s) => s.targetGroup === group);

/** A record with a value for each target group. */
export const perGroup = <T>(value: (group: TargetGroup) => T): Record<TargetGroup, T> => {
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

/** What the extra round would add on its day, where it is allowed and the municipality sends text messages. */
function extraSms(
  code: string,
  statuses: readonly PersonStatus[],
  input: ForecastInput,
  without: Forecast | null,
): Gain | null {
  const { field, municipalities } = input.round;
  const texting = municipalities.some((m) => m.code === code && m.sms !== "none");
  if (field.extraSms === undefined || !texting || input.time > dayNumber(field.closes) + 1) return null;
  const day = Math.max(dayNumber(field.extraSms), Math.floor(input.time));
  return extraSmsGain(statuses, input, { day, without });
}

/** A partial R nearer to 0 than this is nothing to act on. */
const AIM_BELOW = -0.01;

/** How alike the answers are to the population, and what each group adds to it. */
function mixOf(statuses: readonly PersonStatus[], code: string, populations: Populations) {
  const found = representativeness(
    TARGET_GROUPS.map((group) => {
      const { invited, answers } = progressOf(ofGroup(statuses, group));
      return { population: populations.get(code)?.[group] ?? 0, invited, answered: answers };
    }),
  );
  const partial = (group: TargetGroup): number | null => found?.partial[TARGET_GROUPS.indexOf(group)] ?? null;
  const lowest = TARGET_GROUPS.toSorted((a, b) => (partial(a) ?? 0) - (partial(b) ?? 0)).at(0);
  return {
    rIndicator: found?.rIndicator ?? null,
    partial,
    aimAt: lowest !== undefined && (partial(lowest) ?? 0) < AIM_BELOW ? lowest : null,
  };
}

function municipalityPart(
  code: string,
  statuses: readonly PersonStatus[],
  input: ForecastInput,
  populations: Populations,
): MunicipalityPart {
  const { round } = input;
  const part = partOf(statuses, forecastOf(statuses, input));
  const planned = plannedChance(statuses, round);
  const { rIndicator, partial, aimAt } = mixOf(statuses, code, populations);
  return {
    ...part,
    code,
    name: municipalityOf(code)?.name ?? code,
    missing: Math.max(0, round.sampling.targetAnswers - part.progress.answers),
    plannedChance: planned,
    flag: part.forecast && flagOf(part.forecast.chance, planned),
    reminder: nextReminder(statuses, input, part.forecast),
    extraSms: extraSms(code, statuses, input, part.forecast),
    rIndicator,
    aimAt,
    groups: perGroup((group) => {
      const own = ofGroup(statuses, group);
      return { ...partOf(own, forecastOf(own, input)), partialR: partial(group) };
    }),
  };
}

/** Municipalities in the order of their codes. */
export function overviewOf(
  statuses: readonly PersonStatus[],
  input: ForecastInput,
  populations: Populations,
): Overview {
  const municipalities = Array.from(byMunicipality(statuses), ([code, own]) =>
    municipalityPart(code, own, input, populations),
  );
  return {
    target: input.round.sampling.targetAnswers,
    total: partOf(statuses, null),
    municipalities,
    groups: perGroup((group) => ({
      ...partOf(ofGroup(statuses, group), null),
      expectedRate: input.round.sampling.expectedResponse[group],
    })),
  };
}
