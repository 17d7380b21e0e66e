/** The words that the status reports share. */
import type { Disposition } from "#survey/dispositions/disposition.ts";
import type { Flag } from "#survey/forecast/flag.ts";
import type { Tone } from "../../report/bars.ts";
import { number, percent, probability } from "../../report/danish.ts";
import { html, type Html } from "../../report/html.ts";
import type { NextStep } from "../nextStep.ts";
import type { MunicipalityPart, Part } from "../overview.ts";

export const FLAG_TONES: Record<Flag, Tone> = {
  green: "good",
  yellow: "warn",
  red: "bad",
  unreachable: "quiet",
};

const FLAG_NAMES: Record<Flag, string> = {
  green: "Grøn",
  yellow: "Gul",
  red: "Rød",
  unreachable: "Grå",
};

export const DISPOSITION_NAMES: Record<Disposition, string> = {
  complete: "Har sendt svar",
  partial: "Har gemt svar, som tæller, men ikke sendt",
  refusal: "Vil ikke have flere breve eller har trukket sine svar",
  breakOff: "Er begyndt, men har svaret på for lidt",
  deceased: "Død",
  nothingReturned: "Er inviteret, intet hørt",
  undeliverable: "Kan ikke nås på nogen måde",
  moved: "Flyttet",
  notInvited: "Endnu ikke inviteret",
};

export const rate = (part: Part): string => (part.rate === null ? "–" : percent(part.rate, 1));

export const verdict = (flag: Flag | null): Html | string =>
  flag === null ? "–" : html`<span class="verdict ${FLAG_TONES[flag]}">${FLAG_NAMES[flag]}</span>`;

/** `214 (191–238)`. */
export const interval = ({ forecast }: Part): string =>
  forecast === null ? "–" : `${number(forecast.middle)} (${number(forecast.low)}–${number(forecast.high)})`;

/** The chance of the target. What is not ruled out is never »0 %«. */
export const chance = ({ forecast, progress }: Part, target: number): string => {
  if (forecast === null) return "–";
  return forecast.chance === 0 && progress.invited >= target
    ? "<\u00a01\u00a0%"
    : probability(forecast.chance);
};

export const STEP_NAMES: Record<NextStep, (part: MunicipalityPart) => string> = {
  invite: () => "Send invitationen",
  nothing: () => "Nået",
  wait: () => "Vent",
  remind: ({ reminder }) => `Påmindelse ${reminder?.contact ?? 1} (+${number(reminder?.answers ?? 0)})`,
  extraSms: ({ extraSms }) => `Ekstra SMS (+${number(extraSms?.answers ?? 0)})`,
  supplement: () => "Invitér flere",
  accept: () => "Intet: alle er inviteret",
};
