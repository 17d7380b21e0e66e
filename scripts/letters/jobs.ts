/** What each batch of a wave is made from, read and checked before the first file is made. */
import { tokenFor, type HmacKey } from "#db/keys.ts";
import { EXTRA_SMS, type Contact } from "#survey/contact/waves.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import type { Run } from "../run.ts";
import type { Addressee } from "./addressee.ts";
import { extraSmsFiles } from "./extraSms.ts";
import type { Identity } from "./identities.ts";
import type { Job } from "./making.ts";
import { readOwnLetter } from "./ownLetter.ts";
import type { WavePlan } from "./plan.ts";
import { requireSafeTexts } from "./smsFiles.ts";
import { waveFiles } from "./waveFiles.ts";

export interface JobSettings {
  round: Round;
  contact: Contact;
  identities: ReadonlyMap<string, Identity>;
  tokenKey: HmacKey;
  /** Municipalities that have delivered names. */
  named: ReadonlySet<string>;
  /** Also one PDF file a letter. */
  single: boolean;
}

/**
 * One job a plan.
 * @throws CliError when a person has no identity, a text message would give something away, or a municipality's own letter
 * does not fit
 */
export async function jobsOf(run: Run, plans: readonly WavePlan[], settings: JobSettings): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const plan of plans) jobs.push(await jobOf(run, plan, settings));
  return jobs;
}

async function jobOf(run: Run, plan: WavePlan, settings: JobSettings): Promise<Job> {
  const { round, contact, named, single } = settings;
  const shared = {
    round,
    municipality: municipalityIn(run, round, plan.municipality),
    batch: plan.batch,
    frozen: { recipients: plan.recipients, asOf: plan.asOf },
    addressees: await addressees(run, plan, settings),
    named: named.has(plan.municipality),
  };
  requireSafeTexts({ ...shared, contact });
  if (contact === EXTRA_SMS) return { plan, input: shared, files: () => extraSmsFiles(shared) };
  const ownLetter = await readOwnLetter(run, contact, plan.municipality, shared.named);
  const input = { ...shared, wave: contact, ownLetter, single };
  return { plan, input, files: () => waveFiles(input) };
}

async function addressees(
  run: Run,
  plan: WavePlan,
  { identities, tokenKey }: JobSettings,
): Promise<Addressee[]> {
  return Promise.all(
    plan.recipients.map(async (recipient) => {
      const identity = identities.get(recipient.respondent);
      if (identity)
        return { ...recipient, ...identity, code: await tokenFor(tokenKey, recipient.respondent) };
      throw new CliError({
        what: `respondent ${recipient.respondent} has no identity`,
        where: run.path("sample/identities.csv"),
        how: "sample.csv and identities.csv are not of the same draw: run `npx borgersvar sample <round>` again.",
      });
    }),
  );
}

function municipalityIn(run: Run, round: Round, code: string): RoundMunicipality {
  const municipality = round.municipalities.find((m) => m.code === code);
  if (municipality) return municipality;
  throw new CliError({
    what: `municipality ${code} is in the sample but not in the settings`,
    where: run.path("round.json"),
    how: "Add it under municipalities, or draw the sample again without it.",
  });
}
