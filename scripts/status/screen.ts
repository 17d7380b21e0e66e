/** The table of `status` on the screen: one line a municipality, at most 100 columns, with a bar and what to do next. */
import { EXTRA_SMS, type Contact } from "#survey/contact/waves.ts";
import type { Flag } from "#survey/forecast/flag.ts";
import type { IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { nextStepOf, type NextStep } from "./nextStep.ts";
import type { MunicipalityPart, Overview, Part } from "./overview.ts";

const BAR = 12;
const NAME = 20;
const FLAG_NAMES: Record<Flag, string> = {
  green: "green",
  yellow: "yellow",
  red: "red",
  unreachable: "grey",
};

/** Answers so far, then what is forecast to come, then what is missing. */
function bar({ progress, forecast }: Part, target: number): string {
  const place = (answers: number): number => Math.round(Math.min(1, answers / target) * BAR);
  const now = place(progress.answers);
  const later = Math.max(now, place(forecast?.middle ?? 0));
  return "█".repeat(now) + "▒".repeat(later - now) + "·".repeat(BAR - later);
}

const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);

/** Never »100 %« for what is not certain. */
const chance = (p: number): string =>
  p >= 0.995 ? "> 99 %" : p < 0.005 ? "< 1 %" : `${Math.round(p * 100)} %`;

const gain = (answers: number): string => `+${Math.round(answers)}`;

const STEPS: Record<NextStep, (part: MunicipalityPart) => string> = {
  invite: () => "send wave 0",
  nothing: () => "reached",
  wait: () => "wait",
  remind: ({ reminder }) => `wave ${reminder?.contact ?? 1} (${gain(reminder?.answers ?? 0)})`,
  extraSms: ({ extraSms }) => `wave sms (${gain(extraSms?.answers ?? 0)}: ${chance(extraSms?.chance ?? 0)})`,
  supplement: () => "invite more, or accept",
  accept: () => "out of reach: accept",
};

function forecastCells({ forecast, flag }: MunicipalityPart): string[] {
  if (!forecast || !flag) return ["–".padStart(13), "–".padStart(6), "".padEnd(6)];
  const { low, middle, high } = forecast;
  return [
    `${middle} (${low}–${high})`.padStart(13),
    chance(forecast.chance).padStart(6),
    FLAG_NAMES[flag].padEnd(6),
  ];
}

function lineOf(part: MunicipalityPart, target: number, census: boolean): string {
  return [
    `${part.code} ${part.name}`.padEnd(NAME).slice(0, NAME),
    String(part.progress.invited).padStart(7),
    String(part.progress.answers).padStart(7),
    bar(part, target),
    ...forecastCells(part),
    STEPS[nextStepOf(part, census)](part),
  ].join(" ");
}

export interface Screen {
  overview: Overview;
  census: (code: string) => boolean;
  field: Round["field"];
}

/** Heading, a line a municipality, the total, and the commands that the last column asks for. */
export function statusLines({ overview, census, field }: Screen): string[] {
  const { municipalities, total, target } = overview;
  const heading = [
    "municipality".padEnd(NAME),
    "invited",
    "answers",
    `0 to ${target}`.padEnd(BAR),
    `by ${field.closes.slice(5)}`.padStart(13),
    `≥ ${target}`.padStart(6),
    "flag".padEnd(6),
    "next",
  ].join(" ");
  const all = [
    "all".padEnd(NAME),
    String(total.progress.invited).padStart(7),
    String(total.progress.answers).padStart(7),
    percent(total.rate),
  ].join(" ");
  return [
    heading,
    ...municipalities.map((part) => lineOf(part, target, census(part.code))),
    all,
    ...commands(municipalities, census, field),
  ];
}

const letters = (contact: Contact, day: IsoDate | undefined): string =>
  `Next: npx borgersvar letters <round> --wave ${contact} (goes out ${day ?? "now"})`;

/** The commands with the day that their letters go out: a list is best made the day before. */
function commands(
  municipalities: readonly MunicipalityPart[],
  census: Screen["census"],
  { waves, extraSms }: Round["field"],
): string[] {
  const steps = new Map(municipalities.map((part) => [part, nextStepOf(part, census(part.code))]));
  const reminder = municipalities.find((part) => steps.get(part) === "remind")?.reminder?.contact;
  const asks = (step: NextStep): boolean => [...steps.values()].includes(step);
  return [
    ...(reminder === undefined ? [] : [letters(reminder, waves[Number(reminder)])]),
    ...(asks("extraSms") ? [letters(EXTRA_SMS, extraSms)] : []),
    ...(asks("supplement") ? ["Next: npx borgersvar sample <round> --supplement <code>=<n>"] : []),
  ];
}
