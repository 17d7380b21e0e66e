/** What `letters` says at the screen about one municipality. */
import type { Exemption } from "#survey/contact/exemptions.ts";
import { reasonsIn, type SinceLast } from "#survey/contact/waveList.ts";
import { EXTRA_SMS, type Channel } from "#survey/contact/waves.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { WavePlan } from "./plan.ts";
import { smsLine } from "./smsPrice.ts";
import type { WaveFiles } from "./waveFiles.ts";

const REASONS: Record<Exemption, string> = {
  deceased: "deceased",
  notInvited: "not invited",
  moved: "moved away",
  withdrawn: "withdrew",
  optedOut: "asked for no more",
  submitted: "have answered",
  remindersUsed: "had two reminders",
  undeliverable: "cannot be reached",
  noPhone: "without a phone for it",
};

const reasons = (counts: Readonly<Record<Exemption, number>>): string[] =>
  reasonsIn(counts).map((reason) => `${counts[reason]} ${REASONS[reason]}`);

/** One line with the counts, and one each for what the reader must know of the last wave and of a repeated one. */
export function lineOf(plan: WavePlan, sms: WaveFiles["sms"], changed: readonly string[]): string[] {
  const name = municipalityOf(plan.municipality)?.name ?? "";
  const exempt = reasons(plan.exempt);
  const counts = [
    ...(plan.contact === EXTRA_SMS ? [] : [lettersIn(plan)]),
    ...(sms ? [smsLine(sms)] : []),
    ...(exempt.length > 0 ? [`left out: ${exempt.join(", ")}`] : []),
  ];
  const supplement = plan.batch === 0 ? "" : `, supplement ${plan.batch}`;
  return [
    `${plan.municipality} ${name}${supplement}: ${counts.join("; ")}`,
    ...(plan.since ? happened(plan.since) : []),
    ...repeated(plan),
    ...rewritten(changed),
  ];
}

function lettersIn({ recipients }: WavePlan): string {
  const by = (channel: Channel): number => recipients.filter((r) => r.channel === channel).length;
  const others = [
    ...(by("paper") > 0 ? [`${by("paper")} on paper`] : []),
    ...(by("sms") > 0 ? [`${by("sms")} by text message alone`] : []),
  ];
  return `${recipients.length} letters${others.length > 0 ? ` (${others.join(", ")})` : ""}`;
}

function happened({ had, gone, changed }: SinceLast): string[] {
  const notes = [
    ...reasons(gone),
    ...(changed.paper > 0 ? [`${changed.paper} change to paper`] : []),
    ...(changed.sms > 0 ? [`${changed.sms} change to a text message alone`] : []),
  ];
  return [`  of the ${had} of the wave before: ${notes.length > 0 ? notes.join(", ") : "nothing new"}`];
}

/** Respondent numbers on the screen; `--json` has them all. */
const NAMED = 20;

const some = (respondents: readonly string[]): string =>
  respondents.slice(0, NAMED).join(", ") +
  (respondents.length > NAMED ? ` and ${respondents.length - NAMED} more` : "");

function repeated({ difference, asOf }: WavePlan): string[] {
  if (difference === null) return [];
  const { added, removed } = difference;
  const notes = [
    ...(removed.length > 0
      ? [
          `${removed.length} on it should get none any more (take them out if it is not sent: ${some(removed)})`,
        ]
      : []),
    ...(added.length > 0 ? [`${added.length} others are not on it`] : []),
  ];
  const made = asOf === null ? "before" : asOf.replace("T", " ").replace("Z", " UTC");
  return [`  the list was made ${made} and is kept${notes.length > 0 ? `: ${notes.join(", ")}` : ""}`];
}

const rewritten = (changed: readonly string[]): string[] =>
  changed.length > 0 ? [`  written again with other contents: ${changed.join(", ")}`] : [];
