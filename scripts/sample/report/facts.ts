/** What the sampling report tells, and the Danish words that its sections share. */
import { municipalityOf } from "#survey/municipalities.ts";
import type { FlowExclusion } from "#survey/files.ts";
import type { Round } from "#survey/round.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import type { Flow } from "../flowFile.ts";
import type { ProvenBatch } from "../provenance.ts";

export interface SampleFacts {
  round: Round;
  /** In the order of the municipality codes. */
  plans: readonly MunicipalityPlan[];
  flows: readonly Flow[];
  /** Municipalities of the round that the frame has nobody of. */
  absent: readonly string[];
  /** Every sample and supplement with the frame it was drawn from. */
  batches: readonly ProvenBatch[];
  frameSha256: string;
  /** The tables that this report belongs to. */
  tables: readonly { name: string; rows: number; sha256: string }[];
  drawKey: string;
}

export const EXCLUSION_WORDS: Record<FlowExclusion, string> = {
  unusable: "Kan ikke bruges (accepteret)",
  duplicate: "Står der flere gange",
  replacement_cpr: "Erstatnings-CPR-nummer",
  under_age: "Under 18 år",
  passive: "Passive",
  outside: "Uden for de fire målgrupper",
  duration: "For kort tid på ydelsen",
};

export const nameOf = (code: string): string => municipalityOf(code)?.name ?? code;

export const sumOf = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((sum, item) => sum + value(item), 0);
