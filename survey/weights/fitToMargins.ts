/** Weights of a round fitted to further margins on top of the post-strata, and trimmed where the round says so. */
import type { MarginVariable, Weighting } from "../weighting.ts";
import { calibrate } from "./calibrate.ts";
import { mergedPlaces } from "./collapse.ts";
import type { Fitted, Margin, MarginConflict } from "./margins.ts";
import type { PostStratum } from "./postStratify.ts";
import { rake } from "./rake.ts";
import { median, trimWeights } from "./trim.ts";

/** A value of a margin with fewer answers is merged with its neighbour. */
export const MINIMUM_MARGIN_ANSWERS = 5;
/** Cutting and fitting again, at most this often. */
const TRIMMING_ROUNDS = 20;
/** A weight this close to its cap is held. */
const CAP_TOLERANCE = 1e-6;

/** Citizens by value of each further margin, values in their order. */
export type PopulationMargins = Partial<
  Record<MarginVariable, readonly { value: string; citizens: number }[]>
>;

export interface WeightedPeople {
  people: readonly Record<MarginVariable, string>[];
  strata: readonly PostStratum[];
  stratum: Int32Array;
  base: Float64Array;
}

export interface MarginWeights {
  weight: Float64Array;
  rounds: number;
  /** People whose weight was above its cap and was cut. */
  trimmed: number;
  /** Of all, how many are above their cap after the last fit: the margins ask for more than the caps allow. */
  aboveCap: number;
  /** Values that were merged because few had answered: `age_band: 18-29 + 30-39`. */
  merged: readonly string[];
  /** 0/1 columns of the further margins for the residuals of the variance, by person. */
  auxiliaries: { auxiliaries: Float64Array; columns: number };
}

/** Margins that no weights can meet. What contradicts what is in `conflict`. */
export class MarginError extends RangeError {
  override readonly name = "MarginError";
  readonly conflict: MarginConflict;
  constructor(conflict: MarginConflict) {
    const { margin, value, population, reached } = conflict;
    super(
      `the margin ${margin}, value ${value}, cannot be met: ${population} citizens, weights reach ${reached.toFixed(1)}`,
    );
    this.conflict = conflict;
  }
}

/** @throws MarginError when the margins cannot be met; RangeError when a margin has no population. */
export function fitToMargins(
  people: WeightedPeople,
  weighting: Weighting,
  populations: PopulationMargins,
): MarginWeights {
  const further = weighting.margins.map((variable) => furtherMargin(variable, people, populations[variable]));
  const margins = [stratumMargin(people), ...further];
  const fitted = required(fit(people.base, margins, weighting));
  const cut = weighting.trimAt
    ? trimmedFit(people, fitted.weights, margins, weighting.trimAt)
    : { weight: fitted.weights, trimmed: 0, aboveCap: 0 };
  return {
    ...cut,
    rounds: fitted.rounds,
    merged: further.flatMap(({ name, values }) =>
      values.filter((value) => value.includes(" + ")).map((value) => `${name}: ${value}`),
    ),
    auxiliaries: indicatorColumns(further, people.people.length),
  };
}

const fit = (base: Float64Array, margins: readonly Margin[], { method, bounds }: Weighting): Fitted =>
  method === "logit" ? calibrate(base, margins, { method, ...bounds }) : rake(base, margins);

function required(fitted: Fitted): Extract<Fitted, { ok: true }> {
  if (fitted.ok) return fitted;
  throw new MarginError(fitted);
}

const stratumMargin = ({ strata, stratum }: WeightedPeople): Margin => ({
  name: "municipality and target group",
  values: strata.map(({ municipality, groups }) => `${municipality} ${groups.join(" + ")}`),
  population: strata.map(({ population }) => population),
  category: stratum,
});

function furtherMargin(
  name: MarginVariable,
  { people, strata }: WeightedPeople,
  known: PopulationMargins[MarginVariable],
): Margin {
  if (!known) throw new RangeError(`the citizens by ${name} are not known`);
  const answers = known.map(({ value }) => people.filter((person) => person[name] === value).length);
  const cells = mergedPlaces(answers, MINIMUM_MARGIN_ANSWERS);
  const place = new Map(cells.flatMap((cell, at) => cell.map((value) => [known[value]?.value, at])));
  const citizens = cells.map((cell) => cell.reduce((sum, value) => sum + (known[value]?.citizens ?? 0), 0));
  // Municipalities without any answer are in no stratum: the margin is brought to the citizens that the strata stand for.
  const stand = strata.reduce((sum, { population }) => sum + population, 0);
  const scale = stand / citizens.reduce((sum, n) => sum + n, 0);
  return {
    name,
    values: cells.map((cell) => cell.map((value) => known[value]?.value).join(" + ")),
    population: citizens.map((n) => n * scale),
    category: Int32Array.from(people, (person) => {
      const at = place.get(person[name]);
      if (at !== undefined) return at;
      throw new RangeError(`»${person[name]}« is no value of ${name} in this round`);
    }),
  };
}

/**
 * Cuts at `trimAt` times the municipality's median weight, or the post-stratified weight where that is larger (those follow
 * from known populations: cutting them would only break the first margin), and rakes again until both hold. Where they cannot,
 * the margins hold and `aboveCap` says how many weights do not.
 */
function trimmedFit(
  people: WeightedPeople,
  fitted: Float64Array,
  margins: readonly Margin[],
  trimAt: number,
): Pick<MarginWeights, "weight" | "trimmed" | "aboveCap"> {
  const caps = capsOf(people, fitted, trimAt);
  const above = (weights: Float64Array): number =>
    weights.reduce((n, weight, i) => n + Number(weight > (caps[i] ?? Infinity) * (1 + CAP_TOLERANCE)), 0);
  const trimmed = above(fitted);
  let weight = fitted;
  for (let round = 0; round < TRIMMING_ROUNDS && above(weight) > 0; round++) {
    weight = required(rake(trimWeights(weight, caps), margins)).weights;
  }
  return { weight, trimmed, aboveCap: above(weight) };
}

function capsOf(
  { strata, stratum, base }: WeightedPeople,
  fitted: Float64Array,
  trimAt: number,
): Float64Array {
  const byMunicipality = new Map<string, number[]>();
  fitted.forEach((_, i) => {
    const municipality = strata[stratum[i] ?? 0]?.municipality ?? "";
    const places = byMunicipality.get(municipality);
    if (places) places.push(i);
    else byMunicipality.set(municipality, [i]);
  });
  const caps = new Float64Array(fitted.length);
  for (const places of byMunicipality.values()) {
    const middle = median(places.map((i) => fitted[i] ?? 0));
    for (const i of places) caps[i] = trimAt * Math.max(middle, base[i] ?? 0);
  }
  return caps;
}

/** A column for every value of a margin but the first: the strata already hold the sum. */
function indicatorColumns(margins: readonly Margin[], people: number): MarginWeights["auxiliaries"] {
  const firsts: number[] = [];
  let columns = 0;
  for (const { values } of margins) {
    firsts.push(columns - 1);
    columns += values.length - 1;
  }
  const auxiliaries = new Float64Array(people * columns);
  margins.forEach(({ category }, m) => {
    for (let i = 0; i < people; i++) {
      const value = category[i] ?? 0;
      if (value > 0) auxiliaries[i * columns + (firsts[m] ?? 0) + value] = 1;
    }
  });
  return { auxiliaries, columns };
}
