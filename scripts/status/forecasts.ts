/** The forecast of a set of people: their answers so far, their contact plans, and what was expected of them. */
import { EXTRA_SMS, WAVES, type Contact } from "#survey/contact/waves.ts";
import { isAnswer } from "#survey/dispositions/disposition.ts";
import { completenessAt, planStrength, type ContactPlan } from "#survey/forecast/completeness.ts";
import { countQuantile, meanCount, probabilityOfAtLeast } from "#survey/forecast/countDistribution.ts";
import { forecastOverCurves, priorOf, type FieldForecast } from "#survey/forecast/fieldForecast.ts";
import { CURVE_WAYS, PRIOR_WEIGHT } from "#survey/forecast/uncertainty.ts";
import type { Round } from "#survey/round.ts";
import type { BatchPlan } from "./contactPlans.ts";
import type { PersonStatus } from "./dispositions.ts";

export interface Forecast {
  /** Expected final answers. */
  mean: number;
  /** 5, 50 and 95 % quantiles. */
  low: number;
  middle: number;
  high: number;
  /** P(final answers ≥ target). */
  chance: number;
}

export interface ForecastInput {
  round: Round;
  plans: readonly BatchPlan[];
  /** Days since 1 January 1970, with fractions. */
  time: number;
}

/** Completeness of somebody who has answered before any answer was due: a clock that is off, or a demo. */
const LEAST_COMPLETENESS = 0.005;

interface Batch {
  plan: BatchPlan;
  invited: number;
  answered: number;
}

function batchesOf(people: readonly PersonStatus[], plans: readonly BatchPlan[]): Batch[] {
  const batches = new Map<BatchPlan, Batch>();
  for (const person of people) {
    if (!person.invited) continue;
    const plan = plans.find((p) => p.municipality === person.municipality && p.batch === person.batch);
    if (!plan) continue;
    const batch = batches.get(plan) ?? { plan, invited: 0, answered: 0 };
    batch.invited += 1;
    batch.answered += isAnswer(person.disposition) ? 1 : 0;
    batches.set(plan, batch);
  }
  return [...batches.values()];
}

/** Mean of the expected rates of the people's target groups. */
function expectedRate(people: readonly PersonStatus[], round: Round): number {
  const rates = people.map((person) => round.sampling.expectedResponse[person.targetGroup]);
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** With the plans as they are, or with one more contact; what it adds raises the rate that was expected. */
function forecastWith(
  people: readonly PersonStatus[],
  batches: readonly Batch[],
  { round, time }: ForecastInput,
  planOf: (plan: BatchPlan) => ContactPlan,
): FieldForecast {
  const strength = (of: (plan: BatchPlan) => ContactPlan): number =>
    batches.reduce((sum, { plan, invited }) => sum + invited * planStrength(of(plan)), 0);
  const raised = strength(planOf) / strength((plan) => plan);
  const ways = CURVE_WAYS.map(({ exponent, weight }) => ({
    weight,
    parts: batches.map(({ plan, invited, answered }) => {
      const least = answered > 0 ? LEAST_COMPLETENESS : 0;
      const completeness = Math.max(least, completenessAt(planOf(plan), time) ** exponent);
      return { invited, answered, completeness };
    }),
  }));
  const rate = Math.min(0.95, expectedRate(people, round) * (Number.isFinite(raised) ? raised : 1));
  return forecastOverCurves(ways, priorOf(rate, PRIOR_WEIGHT));
}

function figuresOf({ final }: FieldForecast, target: number): Forecast {
  return {
    mean: meanCount(final),
    low: countQuantile(final, 0.05),
    middle: countQuantile(final, 0.5),
    high: countQuantile(final, 0.95),
    chance: probabilityOfAtLeast(final, target),
  };
}

/** Null when nobody of them is invited. */
export function forecastOf(people: readonly PersonStatus[], input: ForecastInput): Forecast | null {
  const batches = batchesOf(people, input.plans);
  if (batches.length === 0) return null;
  const forecast = forecastWith(people, batches, input, (plan) => plan);
  return figuresOf(forecast, input.round.sampling.targetAnswers);
}

/** What one more contact is worth. */
export interface Gain {
  contact: Contact;
  /** Expected final answers more than without it. */
  answers: number;
  /** P(final answers ≥ target) with it. */
  chance: number;
}

/** The share of the plan's answers that a contact of it brings, over all batches. */
function shareOf(contact: Contact, batches: readonly Batch[]): number {
  let [own, whole] = [0, 0];
  for (const { plan, invited } of batches) {
    const planned = plan.contacts.filter((c) => c.contact === contact);
    own += invited * planStrength({ contacts: planned, end: plan.end });
    whole += invited * planStrength(plan);
  }
  return whole === 0 ? 0 : own / whole;
}

/** The next reminder that is not made; null when both are. Its answers are part of the forecast. */
export function nextReminder(
  people: readonly PersonStatus[],
  { plans }: Pick<ForecastInput, "plans">,
  forecast: Forecast | null,
): Gain | null {
  const batches = batchesOf(people, plans);
  const next = WAVES.find((wave) => wave > 0 && batches.some(({ plan }) => !plan.made.includes(wave)));
  if (next === undefined || forecast === null) return null;
  const answers = forecast.mean * shareOf(next, batches);
  return { contact: next, answers, chance: forecast.chance };
}

/** The extra round of text messages on a day; null when it is made. Its answers are on top of the forecast `without` it. */
export function extraSmsGain(
  people: readonly PersonStatus[],
  input: ForecastInput,
  { day, without }: { day: number; without: Forecast | null },
): Gain | null {
  const batches = batchesOf(people, input.plans);
  if (without === null || batches.some(({ plan }) => plan.made.includes(EXTRA_SMS))) return null;
  const raised = forecastWith(people, batches, input, (plan) => ({
    end: plan.end,
    contacts: [...plan.contacts, { contact: EXTRA_SMS, day }],
  }));
  const { mean, chance } = figuresOf(raised, input.round.sampling.targetAnswers);
  return { contact: EXTRA_SMS, answers: Math.max(0, mean - without.mean), chance };
}

/**
 * Expected answers at each of these times if all goes as planned: the expected rates and the curve. Times are days since
 * 1 January 1970.
 */
export function expectedCurve(
  people: readonly PersonStatus[],
  { round, plans }: Pick<ForecastInput, "round" | "plans">,
  times: readonly number[],
): number[] {
  const rate = ({ targetGroup }: PersonStatus): number => round.sampling.expectedResponse[targetGroup];
  const final = new Map<BatchPlan, number>();
  for (const person of people) {
    if (!person.invited) continue;
    const plan = plans.find((p) => p.municipality === person.municipality && p.batch === person.batch);
    if (plan) final.set(plan, (final.get(plan) ?? 0) + rate(person));
  }
  return times.map((time) =>
    Array.from(final).reduce((sum, [plan, answers]) => sum + answers * completenessAt(plan, time), 0),
  );
}
