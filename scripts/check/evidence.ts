/** What the conditions look at; each thing is read once, and only when a condition asks for it. */
import { createHash } from "node:crypto";
import type { Edge } from "#survey/edge.ts";
import type { IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { deriveKeys, type RoundKeys } from "#db/keys.ts";
import { readJournal, type JournalLine } from "../journal.ts";
import { readRoundKey } from "../keys.ts";
import { readEdge } from "../publish/publicKey.ts";
import { readRound } from "../round.ts";
import type { Run } from "../run.ts";
import { readSealingKeys, type SealingKeys } from "../sealingKeys.ts";
import { readSampledPeople, type SampledPerson } from "../status/sampledPeople.ts";

const copenhagen = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

/** Does the work at the first call and gives the same promise after it. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => (result ??= work());
}

export interface Evidence {
  run: Run;
  /** Look at the deployed database instead of the local one. */
  remote: boolean;
  /** Today in Copenhagen. */
  today: IsoDate;
  round(): Promise<Round>;
  roundKey(): Promise<Uint8Array>;
  keys(): Promise<RoundKeys>;
  sealing(): Promise<SealingKeys>;
  journal(): Promise<readonly JournalLine[]>;
  sample(): Promise<readonly SampledPerson[]>;
  edge(): Promise<Edge>;
  /** SHA-256 of a file as it is now. @throws CliError when it is missing. */
  sha256(file: string): Promise<string>;
}

export function evidenceOf(run: Run, remote: boolean): Evidence {
  const roundKey = once(() => readRoundKey(run));
  return {
    run,
    remote,
    today: copenhagen.format(run.effects.now()),
    round: once(() => readRound(run)),
    roundKey,
    keys: once(async () => deriveKeys(await roundKey())),
    sealing: once(() => readSealingKeys(run)),
    journal: once(() => readJournal(run)),
    sample: once(() => readSampledPeople(run)),
    edge: once(() => readEdge(run)),
    sha256: async (file) =>
      createHash("sha256")
        .update(await run.readBytes(file, "Run the command that writes this file."))
        .digest("hex"),
  };
}
