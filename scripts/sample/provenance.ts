/** Which frame gave which batch: the journal remembers it for batches with letters, this run for the others. */
import * as z from "zod";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import { readJournal, sha256In } from "../journal.ts";
import type { Run } from "../run.ts";
import { FRAME_FILE } from "./frameFile.ts";
import type { Standing } from "./standing.ts";

/** A batch as the journal notes it. */
export interface DrawnBatch {
  municipality: string;
  /** 0 is the first sample, 1 the first supplement. */
  batch: number;
  invited: number;
}

/** A batch with the SHA-256 of the frame it was drawn from; `null` when the journal does not say. */
export interface ProvenBatch extends DrawnBatch {
  frameSha256: string | null;
}

const JOURNAL_NOTE = "drew";
const noted = z.array(z.object({ municipality: z.string(), batch: z.number(), invited: z.number() }));

const allBatches = (plans: readonly MunicipalityPlan[]): DrawnBatch[] =>
  plans.flatMap((plan) =>
    plan.batches.map((counts, batch) => ({
      municipality: plan.code,
      batch,
      invited: counts.reduce((sum, n) => sum + n, 0),
    })),
  );

const keyOf = ({ municipality, batch }: Pick<DrawnBatch, "municipality" | "batch">): string =>
  `${municipality} ${batch}`;

/** The frame of each batch that an earlier run drew: that of the last run that did. */
async function journalFrames(run: Run): Promise<Map<string, string | null>> {
  const frames = new Map<string, string | null>();
  for (const line of await readJournal(run)) {
    if (line.command !== run.command) continue;
    for (const batch of noted.safeParse(line[JOURNAL_NOTE]).data ?? []) {
      frames.set(keyOf(batch), sha256In(line.read, FRAME_FILE));
    }
  }
  return frames;
}

/** Every batch with its frame; what this run draws anew is noted in the journal. */
export async function proveBatches(
  run: Run,
  plans: readonly MunicipalityPlan[],
  standing: Standing,
  frameSha256: string,
): Promise<ProvenBatch[]> {
  const isHeld = ({ municipality, batch }: DrawnBatch): boolean =>
    batch < (standing.municipalities.get(municipality)?.held ?? 0);
  const batches = allBatches(plans);
  run.note(
    JOURNAL_NOTE,
    batches.filter((batch) => !isHeld(batch)),
  );
  const earlier = standing.texts === null ? new Map<string, string | null>() : await journalFrames(run);
  return batches.map((batch) => ({
    ...batch,
    frameSha256: isHeld(batch) ? (earlier.get(keyOf(batch)) ?? null) : frameSha256,
  }));
}
