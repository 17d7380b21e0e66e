/**
 * When a list may be made that does not stand yet: while the round is open, and no earlier than it is needed. A list
 * is frozen; one that is made too early writes to people who answer before it goes out.
 */
import { addDays } from "#survey/dates.ts";
import { EXTRA_SMS, type Contact } from "#survey/contact/waves.ts";
import type { Round } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import type { Run } from "../run.ts";
import { copenhagenDay } from "../status/today.ts";
import type { WavePlan } from "./plan.ts";

/** Days before a reminder goes out that its list may be made: over the longest holiday, but less than a week between waves. */
const DAYS_AHEAD = 6;

/** @throws CliError when a new list would be made too late or too early. */
export function requireDue(run: Run, { field }: Round, contact: Contact, plans: readonly WavePlan[]): void {
  const fresh = plans.filter((plan) => plan.difference === null);
  if (fresh.length === 0) return;
  const today = copenhagenDay(run.effects.now());
  if (today > field.closes) throw closed(run, field.closes);
  if (contact === 0) return;
  const day = contact === EXTRA_SMS ? field.extraSms : field.waves[contact];
  const setting = contact === EXTRA_SMS ? "field.extraSms" : `field.waves[${contact}]`;
  if (day === undefined) return;
  const from = addDays(day, -DAYS_AHEAD);
  if (today < from) throw early(run, day, from, setting);
}

const closed = (run: Run, day: string): CliError =>
  new CliError({
    what: `the round closed on ${day}: nobody could answer a letter that is made now`,
    where: `${run.path("round.json")}, field.closes`,
    how: "Move field.closes and publish again if the round is to go on; lists that stand can be repeated as they are.",
  });

const early = (run: Run, day: string, from: string, setting: string): CliError =>
  new CliError({
    what: `this goes out on ${day}: a list that is made today would write to everybody who answers before that`,
    where: `${run.path("round.json")}, ${setting}`,
    how: `Run the command on ${from} or later, best the day before; or move the day.`,
  });
