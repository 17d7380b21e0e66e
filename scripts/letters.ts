/** `letters`: writes what a municipality needs to send a wave, only to those who should get it. */
import { deriveKeys, tokenFor, type HmacKey } from "#db/keys.ts";
import type { RespondentStatus } from "#db/queries/listStatus.ts";
import { EXEMPTIONS, WAVES, type Wave } from "#survey/contact/waves.ts";
import type { Round } from "#survey/round.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { readRoundKey } from "./keys.ts";
import { readIdentities, type Identity } from "./letters/identities.ts";
import { planWave, type WavePlan } from "./letters/plan.ts";
import { lineOf } from "./letters/screen.ts";
import { changedFiles } from "./letters/repeat.ts";
import { waveFiles, type Addressee, type WaveFiles, type WaveInput } from "./letters/waveFiles.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { databaseName, withDatabase } from "./status/database.ts";
import { rowIndex } from "./status/rowIndex.ts";
import { byBatch, readSampledPeople, type SampledPerson } from "./status/sampledPeople.ts";
import { readStandings, requireKnown } from "./status/standings.ts";

function waveOf(option: OptionValues[string]): Wave {
  const wave = WAVES.find((w) => String(w) === option);
  if (wave !== undefined) return wave;
  throw new CliError({
    what: "no such wave",
    where: "--wave",
    how: "Give --wave 0 (invitation), --wave 1 or --wave 2 (reminders); there are two reminders at most.",
  });
}

/** What the database knows; in wave 0 it is not asked, since nobody has had a code yet. */
async function standingsFor(
  run: Run,
  wave: Wave,
  people: readonly SampledPerson[],
  keys: Awaited<ReturnType<typeof deriveKeys>>,
  remote: boolean,
): Promise<ReadonlyMap<string, RespondentStatus>> {
  if (wave === 0) return new Map();
  const respondents = people.map((person) => person.respondent);
  const index = await rowIndex(keys, respondents, run.effects);
  const standings = await withDatabase(run, remote, (db) => readStandings(db, index));
  requireKnown(standings.known, respondents, databaseName(run, remote));
  return standings.known;
}

async function addressees(
  plan: WavePlan,
  identities: ReadonlyMap<string, Identity>,
  tokenKey: HmacKey,
  where: string,
): Promise<Addressee[]> {
  return Promise.all(
    plan.recipients.map(async (respondent) => {
      const identity = identities.get(respondent);
      if (identity) return { respondent, ...identity, code: await tokenFor(tokenKey, respondent) };
      throw new CliError({
        what: `respondent ${respondent} has no identity`,
        where,
        how: "sample.csv and identities.csv are not of the same draw: run `npx borgersvar sample <round>` again.",
      });
    }),
  );
}

/** Municipalities that gave a name to at least one of their people. */
const withNames = (
  people: readonly SampledPerson[],
  identities: ReadonlyMap<string, Identity>,
): Set<string> =>
  new Set(people.filter((p) => (identities.get(p.respondent)?.name ?? "") !== "").map((p) => p.municipality));

async function planAll(
  run: Run,
  wave: Wave,
  people: readonly SampledPerson[],
  known: ReadonlyMap<string, RespondentStatus>,
): Promise<{ plans: WavePlan[]; without: string[] }> {
  const plans: WavePlan[] = [];
  const without: string[] = [];
  for (const { municipality, batch, people: sampled } of byBatch(people)) {
    const sample = sampled.map((person) => person.respondent);
    const plan = await planWave(run, wave, { municipality, batch, sample, known });
    if (plan) plans.push(plan);
    else without.push(batch === 0 ? municipality : `${municipality}, supplement ${batch}`);
  }
  if (plans.length > 0) return { plans, without };
  throw new CliError({
    what: "no municipality has had its invitations, so there is nobody to remind",
    where: run.path("waves/0"),
    how: "Make wave 0 first: `npx borgersvar letters <round> --wave 0`.",
  });
}

function municipalityIn(run: Run, round: Round, code: string): Round["municipalities"][number] {
  const municipality = round.municipalities.find((m) => m.code === code);
  if (municipality) return municipality;
  throw new CliError({
    what: `municipality ${code} is in the sample but not in the settings`,
    where: run.path("round.json"),
    how: "Add it under municipalities, or draw the sample again without it.",
  });
}

interface Made {
  plan: WavePlan;
  sms: WaveFiles["sms"];
  /** Files that stood there with other bytes. */
  changed: string[];
}

const summaryOf = ({ plan, sms, changed }: Made): Record<string, unknown> => ({
  municipality: plan.municipality,
  batch: plan.batch,
  letters: plan.recipients.length,
  exempt: Object.fromEntries(EXEMPTIONS.map((reason) => [reason, plan.exempt[reason]])),
  frozen: plan.difference !== null,
  added: plan.difference?.added.length ?? 0,
  removed: plan.difference?.removed.length ?? 0,
  sms,
  changed,
});

/** Makes and stages the files of every plan; a progress bar a municipality. */
async function makeAll(
  run: Run,
  plans: readonly WavePlan[],
  inputOf: (plan: WavePlan) => Promise<WaveInput>,
): Promise<Made[]> {
  const made: Made[] = [];
  const progress = run.effects.progress("Breve", plans.length);
  for (const plan of plans) {
    const { files, sms } = await waveFiles(await inputOf(plan));
    made.push({ plan, sms, changed: await changedFiles(run, files) });
    for (const { name, data, rows } of files) await run.write(name, data, rows === undefined ? {} : { rows });
    progress.update(made.length);
  }
  progress.stop();
  return made;
}

async function writeWave(run: Run, options: OptionValues): Promise<CommandResult> {
  const wave = waveOf(options["wave"]);
  const round = await readRound(run);
  const people = await readSampledPeople(run);
  const identities = await readIdentities(run);
  const keys = await deriveKeys(await readRoundKey(run));
  const known = await standingsFor(run, wave, people, keys, options["remote"] === true);
  const { plans, without } = await planAll(run, wave, people, known);
  const named = withNames(people, identities);
  const made = await makeAll(run, plans, async (plan) => ({
    round,
    municipality: municipalityIn(run, round, plan.municipality),
    wave,
    batch: plan.batch,
    addressees: await addressees(plan, identities, keys.tokenKey, run.path("sample/identities.csv")),
    named: named.has(plan.municipality),
  }));
  await run.commit();
  return {
    lines: [
      `Wave ${wave} is in ${run.path(`waves/${wave}`)}`,
      ...made.flatMap(({ plan, sms, changed }) => lineOf(plan, sms, changed)),
      ...without.map((code) => `${code}: not invited or reminded before, so no reminder now`),
    ],
    data: { wave, municipalities: made.map(summaryOf), withoutInvitation: without },
  };
}

export const lettersCommand: Command = {
  name: "letters",
  summary: "writes letters, merge files and text messages of a wave, only for those who should get it",
  example: "npx borgersvar letters rounds/2026-2 --wave 1",
  options: [
    {
      flags: "--wave <n>",
      description: "0 invitation, 1 and 2 reminders",
      choices: ["0", "1", "2"],
      required: true,
    },
    { flags: "--remote", description: "ask the deployed database who has answered" },
  ],
  run: writeWave,
};
