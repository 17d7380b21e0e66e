/** The synthetic survey of municipal_survey.json: 1,225 respondents in 36 strata, weights N_h / r_h. */
import { sampleDesign, type SampleDesign, type StratumSizes } from "#survey/estimate/sampleDesign.ts";
import vectors from "../../vectors/municipal_survey.json" with { type: "json" };

const { strata, respondents, meta } = vectors;

export const sizes: StratumSizes = { answers: strata.r, populations: strata.N };

const stratumOf = respondents.muni.map((municipality, i) =>
  strata.muni.findIndex((m, h) => m === municipality && strata.group[h] === respondents.group[i]),
);
/** The respondents by stratum, as places in the file. */
export const order = stratumOf
  .map((_, i) => i)
  .toSorted((a, b) => (stratumOf[a] ?? 0) - (stratumOf[b] ?? 0) || a - b);
export const stratum = Int32Array.from(order, (i) => stratumOf[i] ?? 0);
export const weight = Float64Array.from(stratum, (h) => (strata.N[h] ?? 0) / (strata.r[h] ?? 1));

export const design: SampleDesign = sampleDesign({ stratum, weight }, sizes);

/** The value that a respondent has given to an item, or `null` (don't know, missing). */
function answerOf(respondent: number, item: string): number | null {
  const symbol = respondents.answers[respondent]?.[Number(item.slice(1)) - 1] ?? ".";
  return /[1-5]/.test(symbol) ? Number(symbol) : null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** q1 …, t1 … (4 or 5), the four dimensions (mean of at least half of the items, 0–100) and their mean. */
function valueOf(respondent: number, variable: string): number | null {
  if (variable.startsWith("q")) return answerOf(respondent, variable);
  if (/^t\d/.test(variable)) {
    const value = answerOf(respondent, variable);
    return value === null ? null : Number(value >= 4);
  }
  if (variable === "overall") {
    const scores = Object.keys(meta.dimensions).map((dimension) => valueOf(respondent, dimension));
    const valid = scores.filter((score) => score !== null);
    return valid.length >= 3 ? mean(valid) : null;
  }
  const dimensions: Readonly<Record<string, readonly string[]>> = meta.dimensions;
  const items = dimensions[variable] ?? [];
  const valid = items.map((item) => answerOf(respondent, item)).filter((value) => value !== null);
  return valid.length * 2 >= items.length && items.length > 0 ? ((mean(valid) - 1) / 4) * 100 : null;
}

const columns = new Map<string, Float64Array>();

/** A variable of everybody, by stratum; NaN where there is no valid answer. */
export function valuesOf(variable: string): Float64Array {
  const known = columns.get(variable);
  if (known) return known;
  const values = Float64Array.from(order, (i) => valueOf(i, variable) ?? NaN);
  columns.set(variable, values);
  return values;
}

/** `ALL`, `M3`, `G4` or `M7|G3`. */
const isIn = (respondent: number, domain: string): boolean => {
  const [municipality, group] = [respondents.muni[respondent], respondents.group[respondent]];
  return ["ALL", municipality, group, `${municipality}|${group}`].includes(domain);
};

export const membersOf = (domain: string): Int32Array =>
  Int32Array.from(order.flatMap((i, place) => (isIn(i, domain) ? [place] : [])));
