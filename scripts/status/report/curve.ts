/** The response curve: answers day by day against those that were to be expected, as numbers. */
import { dateOfDayNumber, dayNumber } from "#survey/dates.ts";
import { isAnswer } from "#survey/dispositions/disposition.ts";
import type { Round } from "#survey/round.ts";
import type { BatchPlan } from "../contactPlans.ts";
import type { PersonStatus } from "../dispositions.ts";
import { expectedCurve } from "../forecasts.ts";

export interface Curve {
  label: string;
  /** Day numbers from the first contact, or the opening, to the closing. */
  days: number[];
  /** Sent answers by the end of each day that has come; a saved draft has no day and is not in it. */
  sent: number[];
  /** `sent` grows in steps: as many or more had come. */
  stepped?: boolean;
  /** Answers that were to be expected by the end of each day. */
  expected: number[];
  /** Day numbers of the contacts. */
  contacts: number[];
}

export interface CurveInput {
  round: Round;
  plans: readonly BatchPlan[];
  /** Day number of today. */
  today: number;
}

function sentByDay(people: readonly PersonStatus[], days: readonly number[], today: number): number[] {
  const perDay = new Map<number, number>();
  for (const { answeredOn, disposition } of people) {
    if (answeredOn === null || !isAnswer(disposition)) continue;
    const day = dayNumber(answeredOn);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const first = days[0] ?? 0;
  let sum = Array.from(perDay).reduce((before, [day, n]) => before + (day < first ? n : 0), 0);
  return days.filter((day) => day <= today).map((day) => (sum += perDay.get(day) ?? 0));
}

export function curveOf(label: string, people: readonly PersonStatus[], input: CurveInput): Curve {
  const { round, plans, today } = input;
  const own = new Set(people.map(({ municipality }) => municipality));
  const theirs = plans.filter(({ municipality }) => own.has(municipality));
  const contacts = [...new Set(theirs.flatMap((plan) => plan.contacts.map(({ day }) => day)))];
  const first = Math.min(dayNumber(round.field.opens), ...contacts);
  const last = dayNumber(round.field.closes);
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    label,
    days,
    sent: sentByDay(people, days, today),
    expected: expectedCurve(
      people,
      { round, plans },
      days.map((day) => day + 1),
    ),
    contacts: contacts.filter((day) => day <= last).toSorted((a, b) => a - b),
  };
}

/** `24/8`: a day as it stands under a chart. */
export function shortDay(day: number): string {
  const [, month = "", date = ""] = dateOfDayNumber(day).split("-");
  return `${Number(date)}/${Number(month)}`;
}
