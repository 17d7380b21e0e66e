/**
 * AAPOR's outcome rates as one table of codes and one evaluator (Standard Definitions, 9th edition, 2016, pp. 61–65; the
 * idea of the table from ropensci/outcomerate). A row says which classes stand in the numerator and which in the
 * denominator: 1 in full, `E` with the share e that is estimated to be eligible, 0 not at all.
 */
import type { DispositionClass } from "./disposition.ts";

const E = "e";
type Part = 0 | 1 | typeof E;
/** In the order I, P, R, NC, O, UH, UO. */
type Row = readonly [Part, Part, Part, Part, Part, Part, Part];
const ORDER = ["I", "P", "R", "NC", "O", "UH", "UO"] as const satisfies readonly DispositionClass[];

const COMPLETE: Row = [1, 0, 0, 0, 0, 0, 0];
const ANSWERS: Row = [1, 1, 0, 0, 0, 0, 0];
const REFUSALS: Row = [0, 0, 1, 0, 0, 0, 0];
const CONTACTED: Row = [1, 1, 1, 0, 1, 0, 0];
const ABLE: Row = [1, 1, 1, 0, 0, 0, 0];
const EVERYBODY: Row = [1, 1, 1, 1, 1, 1, 1];
const ESTIMATED: Row = [1, 1, 1, 1, 1, E, E];
const KNOWN: Row = [1, 1, 1, 1, 1, 0, 0];

/** Numerator and denominator of each rate. */
const RATES = {
  RR1: [COMPLETE, EVERYBODY],
  RR2: [ANSWERS, EVERYBODY],
  RR3: [COMPLETE, ESTIMATED],
  RR4: [ANSWERS, ESTIMATED],
  RR5: [COMPLETE, KNOWN],
  RR6: [ANSWERS, KNOWN],
  COOP1: [COMPLETE, CONTACTED],
  COOP2: [ANSWERS, CONTACTED],
  COOP3: [COMPLETE, ABLE],
  COOP4: [ANSWERS, ABLE],
  REF1: [REFUSALS, EVERYBODY],
  REF2: [REFUSALS, ESTIMATED],
  REF3: [REFUSALS, KNOWN],
  CON1: [CONTACTED, EVERYBODY],
  CON2: [CONTACTED, ESTIMATED],
  CON3: [CONTACTED, KNOWN],
} as const satisfies Record<string, readonly [Row, Row]>;

export type RateName = keyof typeof RATES;
export const RATE_NAMES: readonly RateName[] = [
  "RR1",
  "RR2",
  "RR3",
  "RR4",
  "RR5",
  "RR6",
  "COOP1",
  "COOP2",
  "COOP3",
  "COOP4",
  "REF1",
  "REF2",
  "REF3",
  "CON1",
  "CON2",
  "CON3",
];

/** Counts by class; a class that is absent is 0. */
export type ClassCounts = Readonly<Partial<Record<DispositionClass, number>>>;

const sum = (row: Row, counts: ClassCounts, e: number): number =>
  ORDER.reduce((total, name, i) => {
    const part = row[i] ?? 0;
    return total + (part === E ? e : part) * (counts[name] ?? 0);
  }, 0);

/**
 * One rate, 0 to 1; null when nothing is in its denominator.
 * @param e share of those of unknown eligibility that is eligible, 0 to 1
 * @example outcomeRate("RR2", { I: 5, P: 3, R: 2, NC: 1, O: 2, UH: 1, UO: 1 }, 1) // 8 / 15
 * @throws RangeError when e is outside [0, 1]
 */
export function outcomeRate(name: RateName, counts: ClassCounts, e: number): number | null {
  if (!(e >= 0 && e <= 1)) throw new RangeError(`e must be in [0, 1], got ${e}`);
  const [numerator, denominator] = RATES[name];
  const whole = sum(denominator, counts, e);
  return whole === 0 ? null : sum(numerator, counts, e) / whole;
}

/**
 * The default e of AAPOR's Outcome Rate Calculator (4.0, 2016): the share of the eligible among those whose eligibility is
 * known, (I + P + R + NC + O) / (I + P + R + NC + O + NE). 1, which makes no rate too high, when nobody's is known.
 */
export function eligibilityRate(counts: ClassCounts): number {
  const eligible = sum(KNOWN, counts, 0);
  const known = eligible + (counts.NE ?? 0);
  return known === 0 ? 1 : eligible / known;
}
