/** `letters`: writes what a municipality needs to send a wave, only to those who should get it. */
import { deriveKeys } from "#db/keys.ts";
import { EXEMPTIONS } from "#survey/contact/exemptions.ts";
import { CONTACTS, EXTRA_SMS, type Contact } from "#survey/contact/waves.ts";
import type { Round } from "#survey/round.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { readRoundKey } from "./keys.ts";
import { listBatches } from "./letters/batchFolder.ts";
import { requireCanary } from "./letters/canaryFirst.ts";
import { requireDue } from "./letters/due.ts";
import { extraMunicipalities, requireExtraSms } from "./letters/extraSms.ts";
import { readIdentities, type Identity } from "./letters/identities.ts";
import { readKnowledge } from "./letters/knowledge.ts";
import { planWave, type Knowledge, type WavePlan } from "./letters/plan.ts";
import { jobsOf } from "./letters/jobs.ts";
import { finish, makeAll, type Made } from "./letters/making.ts";
import { cvrOf } from "./letters/memo/memoArchive.ts";
import { lineOf } from "./letters/screen.ts";
import { smsPriceOf, smsTotal } from "./letters/smsPrice.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { shortMunicipalities } from "./status/short.ts";
import { byBatch, readSampledPeople, type SampledPerson } from "./status/sampledPeople.ts";

function contactOf(option: OptionValues[string]): Contact {
  const contact = CONTACTS.find((c) => String(c) === option);
  if (contact !== undefined) return contact;
  throw new CliError({
    what: "no such wave",
    where: "--wave",
    how: "Give --wave 0 (invitation), --wave 1 or --wave 2 (reminders), or --wave sms (the extra round of text messages); there are two reminders at most.",
  });
}

/** Municipalities that gave a name to at least one of their people. */
const withNames = (
  people: readonly SampledPerson[],
  identities: ReadonlyMap<string, Identity>,
): Set<string> =>
  new Set(people.filter((p) => (identities.get(p.respondent)?.name ?? "") !== "").map((p) => p.municipality));

const nobodyInvited = (run: Run): CliError =>
  new CliError({
    what: "no municipality has had its invitations, so there is nobody to remind",
    where: run.path("waves/0"),
    how: "Make wave 0 first: `npx borgersvar letters <round> --wave 0`.",
  });

const nobodyReminded = (run: Run): CliError =>
  new CliError({
    what: "no municipality has had the first reminder, so the last one is not due",
    where: run.path("waves/1"),
    how: "Make wave 1 first: `npx borgersvar letters <round> --wave 1`.",
  });

async function planAll(
  run: Run,
  contact: Contact,
  people: readonly SampledPerson[],
  knowledge: Knowledge,
): Promise<{ plans: WavePlan[]; without: string[] }> {
  const plans: WavePlan[] = [];
  const without: string[] = [];
  for (const { municipality, batch, people: sampled } of byBatch(people)) {
    const sample = sampled.map((person) => person.respondent);
    const plan = await planWave(run, contact, { municipality, batch, sample }, knowledge);
    if (plan) plans.push(plan);
    else without.push(batch === 0 ? municipality : `${municipality}, supplement ${batch}`);
  }
  if (plans.length > 0) return { plans, without };
  throw contact === 2 && (await listBatches(run, 0)).length > 0 ? nobodyReminded(run) : nobodyInvited(run);
}

/** Whoever sends messages of Digital Post itself would miss the file. */
const withoutCvr = ({ municipalities }: Round, plans: readonly WavePlan[]): string[] =>
  municipalities
    .filter((m) => cvrOf(m) === null && plans.some((plan) => plan.municipality === m.code))
    .map(({ code }) => `${code}: no memo.zip, since controller in round.json names no CVR number`);

const summaryOf = ({ plan, sms, changed, resumed }: Made): Record<string, unknown> => ({
  municipality: plan.municipality,
  batch: plan.batch,
  letters: plan.recipients.length,
  asOf: plan.asOf,
  exempt: Object.fromEntries(EXEMPTIONS.map((reason) => [reason, plan.exempt[reason]])),
  since: plan.since,
  frozen: plan.difference !== null,
  added: plan.difference?.added.length ?? 0,
  removed: plan.difference?.removed.length ?? 0,
  toTakeOut: plan.difference?.removed ?? [],
  sms,
  changed,
  resumed,
});

/** Everybody for a wave; for the extra round of text messages the people of the municipalities that get it. */
async function concerned(
  run: Run,
  contact: Contact,
  round: Round,
  people: readonly SampledPerson[],
  options: OptionValues,
): Promise<readonly SampledPerson[]> {
  if (contact !== EXTRA_SMS) return people;
  requireExtraSms(run, round);
  if ((await listBatches(run, 0)).length === 0) throw nobodyInvited(run);
  const named = Array.isArray(options["municipality"]) ? options["municipality"] : [];
  const remote = options["remote"] === true;
  const chosen = await extraMunicipalities(run, round, named, () =>
    shortMunicipalities(run, round, people, remote),
  );
  const theirs = people.filter((person) => chosen.has(person.municipality));
  if (theirs.length > 0) return theirs;
  throw new CliError({
    what: "no municipality that sends text messages is forecast to be short of answers",
    where: run.path("status"),
    how: "Nothing to do. Name one with --municipality <code> to send it the extra round all the same.",
  });
}

async function writeWave(run: Run, options: OptionValues): Promise<CommandResult> {
  const contact = contactOf(options["wave"]);
  const price = smsPriceOf(options["smsPrice"]);
  const round = await readRound(run);
  const warning = await requireCanary(run, round, options["remote"] === true);
  const sample = await readSampledPeople(run);
  const identities = await readIdentities(run);
  const keys = await deriveKeys(await readRoundKey(run));
  const people = await concerned(run, contact, round, sample, options);
  const remote = options["remote"] === true;
  const knowledge = await readKnowledge(run, contact, { round, people: sample, identities, keys, remote });
  const { plans, without } = await planAll(run, contact, people, knowledge);
  requireDue(run, round, contact, plans);
  const jobs = await jobsOf(run, plans, {
    round,
    contact,
    identities,
    tokenKey: keys.tokenKey,
    named: withNames(people, identities),
    single: options["oneFileALetter"] === true,
  });
  const made = await makeAll(run, jobs);
  await finish(run, made);
  return {
    lines: [
      `Wave ${contact} is in ${run.path(`waves/${contact}`)}`,
      ...made.flatMap(({ plan, sms, changed }) => lineOf(plan, sms, changed)),
      ...smsTotal(
        made.map(({ sms }) => sms),
        price,
      ),
      ...without.map((code) => `${code}: not invited or reminded before, so no reminder now`),
      ...(contact === EXTRA_SMS ? [] : withoutCvr(round, plans)),
      ...warning,
    ],
    data: { wave: contact, municipalities: made.map(summaryOf), withoutInvitation: without },
  };
}

export const lettersCommand: Command = {
  name: "letters",
  summary: "writes letters, merge files and text messages of a wave, only for those who should get it",
  example: "npx borgersvar letters rounds/2026-2 --wave 1",
  options: [
    {
      flags: "--wave <n>",
      description: "0 invitation, 1 and 2 reminders, sms the extra round of text messages",
      choices: CONTACTS.map(String),
      required: true,
    },
    {
      flags: "--municipality <code>",
      description: "with --wave sms: this municipality instead of those forecast to be short",
      repeated: true,
    },
    { flags: "--sms-price <øre>", description: "what one part of a text message costs, to show the price" },
    { flags: "--one-file-a-letter", description: "also one PDF file a letter, in the folder breve" },
    { flags: "--remote", description: "ask the deployed database who has answered" },
  ],
  run: writeWave,
};
