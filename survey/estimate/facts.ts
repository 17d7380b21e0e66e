/** How many have given which answer, domain by domain: what primary suppression judges. */
import type { MeasureId } from "../measures.ts";
import type { DomainKey } from "./domains.ts";

export interface DomainFacts {
  id: string;
  key: DomainKey;
  /** Fewer answers are withheld. */
  threshold: number;
  /** The domains one step larger, by their place in the list. */
  parents: readonly number[];
  /** People with an answer (7 of the 13 items). */
  people: number;
}

export interface MeasureFacts {
  id: MeasureId;
  asked: boolean;
  /** Of an index: what it is made of. Withheld wherever one of its parts is. */
  parts: readonly MeasureId[];
}

/** What everybody may know of a municipality, and its answers. */
export interface MunicipalityFacts {
  code: string;
  census: boolean;
  population: number;
  invited: number;
  answers: number;
}

export interface Facts {
  domains: readonly DomainFacts[];
  measures: readonly MeasureFacts[];
  municipalities: readonly MunicipalityFacts[];
  /** How many have given the codes 1 to 5 and don't know (0 for an index), by place of the domain and of the measure. */
  counts: (domain: number, measure: number) => readonly number[];
}

/** What is withheld, by place of the domain and of the measure. */
export interface Pattern {
  reason: (domain: number, measure: number) => "primary" | "complementary" | null;
  /** The share »don't know« of a published item is withheld. */
  dontKnow: (domain: number, measure: number) => boolean;
  /** The unweighted result is withheld, as beside the weighted one it would give away others. */
  weightedOnly: (domain: number, measure: number) => boolean;
  /** The number of answers of a municipality is withheld, and the rate and everything else that follows from it. */
  response: (municipality: string) => boolean;
  /** The design effect of a municipality is withheld: it says how many have answered in each of its target groups. */
  designEffect: (municipality: string) => boolean;
}
