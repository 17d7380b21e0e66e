/** What stands: the batches whose letters are out, and the files that `sample` wrote them to. */
import { createHash } from "node:crypto";
import { CliError } from "../errors.ts";
import { lastRun, readJournal, sha256In } from "../journal.ts";
import { listBatches } from "../letters/batchFolder.ts";
import { readRecipients } from "../letters/recipients.ts";
import type { Run } from "../run.ts";
import { byBatch, readSampledPeople } from "../status/sampledPeople.ts";
import { ALLOCATION_FILE, IDENTITIES_FILE, SAMPLE_FILE, type SampleTexts } from "./files.ts";

const BACKUP = "Put back the file from your backup: people who were invited stay in the sample.";

/** A municipality whose invitations are out. */
export interface StandingMunicipality {
  /** How many batches have their letters; they stay as they are. */
  held: number;
  /** How many people each batch has, those without letters too. */
  sizes: number[];
}

export interface Standing {
  municipalities: ReadonlyMap<string, StandingMunicipality>;
  /** The files as they were written; `null` while no letters are out. */
  texts: SampleTexts | null;
}

/** @throws CliError when the file is not the one that the journal's last `sample` wrote. */
async function readAsDrawn(run: Run, name: string, written: string | null): Promise<string> {
  const text = await run.readText(name, BACKUP);
  if (createHash("sha256").update(text).digest("hex") === written) return text;
  throw new CliError({
    what: "letters of wave 0 are out, and the file is not the one that the journal says was drawn",
    where: run.path(name),
    how: BACKUP,
  });
}

/** How many batches of each municipality have letters: the highest that has, and all before it. */
async function heldBatches(run: Run): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  for (const batch of await listBatches(run, 0)) {
    if ((await readRecipients(run, 0, batch)) === null) continue;
    held.set(batch.municipality, Math.max(held.get(batch.municipality) ?? 0, batch.batch + 1));
  }
  return held;
}

/** @throws CliError when letters are out and the sample they were made from is not there as it was drawn. */
export async function readStanding(run: Run): Promise<Standing> {
  const held = await heldBatches(run);
  if (held.size === 0) return { municipalities: new Map(), texts: null };
  const written = lastRun(await readJournal(run), "sample")?.written ?? [];
  const texts = {
    allocation: await readAsDrawn(run, ALLOCATION_FILE, sha256In(written, ALLOCATION_FILE)),
    sample: await readAsDrawn(run, SAMPLE_FILE, sha256In(written, SAMPLE_FILE)),
    identities: await readAsDrawn(run, IDENTITIES_FILE, sha256In(written, IDENTITIES_FILE)),
  };
  const municipalities = new Map<string, StandingMunicipality>();
  for (const { municipality, people } of byBatch(await readSampledPeople(run))) {
    const count = held.get(municipality);
    if (count === undefined) continue;
    const known = municipalities.get(municipality) ?? { held: count, sizes: [] };
    known.sizes.push(people.length);
    municipalities.set(municipality, known);
  }
  return { municipalities, texts };
}
