/** What `letters` says at the screen about one municipality. */
import { EXEMPTIONS, type Exemption } from "#survey/contact/waves.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { WavePlan } from "./plan.ts";
import type { WaveFiles } from "./waveFiles.ts";

const REASONS: Record<Exemption, string> = {
  notInvited: "not invited",
  withdrawn: "withdrew",
  optedOut: "asked for no more",
  submitted: "have answered",
};

/** One line with the counts, and one each for what a repeated wave must say. */
export function lineOf(plan: WavePlan, sms: WaveFiles["sms"], changed: readonly string[]): string[] {
  const name = municipalityOf(plan.municipality)?.name ?? "";
  const exempt = EXEMPTIONS.filter((reason) => plan.exempt[reason] > 0).map(
    (reason) => `${plan.exempt[reason]} ${REASONS[reason]}`,
  );
  const counts = [
    `${plan.recipients.length} letters`,
    ...(sms
      ? [`${sms.messages} text messages in ${sms.parts} parts (${sms.without} without a Danish number)`]
      : []),
    ...(exempt.length > 0 ? [`left out: ${exempt.join(", ")}`] : []),
  ];
  const supplement = plan.batch === 0 ? "" : `, supplement ${plan.batch}`;
  return [
    `${plan.municipality} ${name}${supplement}: ${counts.join("; ")}`,
    ...repeated(plan),
    ...rewritten(changed),
  ];
}

function repeated({ difference }: WavePlan): string[] {
  if (difference === null) return [];
  const { added, removed } = difference;
  const notes = [
    ...(removed.length > 0 ? [`${removed.length} on it have answered or opted out since`] : []),
    ...(added.length > 0 ? [`${added.length} others are not on it`] : []),
  ];
  return [`  the list was made before and is kept${notes.length > 0 ? `: ${notes.join(", ")}` : ""}`];
}

const rewritten = (changed: readonly string[]): string[] =>
  changed.length > 0 ? [`  written again with other contents: ${changed.join(", ")}`] : [];
