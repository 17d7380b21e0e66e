/** The respondents of municipal_survey.json with the margins that weighting.json fits them to. */
import type { Margin } from "#survey/weights/margins.ts";
import municipal from "../../vectors/municipal_survey.json" with { type: "json" };
import vectors from "../../vectors/weighting.json" with { type: "json" };

const { strata, respondents } = municipal;
export const { rake: expected } = vectors;

const stratumOf = respondents.muni.map((municipality, i) =>
  strata.muni.findIndex((m, h) => m === municipality && strata.group[h] === respondents.group[i]),
);
export const stratum = Int32Array.from(stratumOf);

const perStratum = (of: (h: number) => number): Float64Array => Float64Array.from(stratumOf, of);
/** N_h over invited, and N_h over answers. */
export const designWeights = perStratum((h) => (strata.N[h] ?? 0) / (strata.n_gross[h] ?? 1));
export const postStratified = perStratum((h) => (strata.N[h] ?? 0) / (strata.r[h] ?? 1));

const margin = (
  name: string,
  values: readonly string[],
  population: readonly number[],
  of: readonly string[],
): Margin => ({
  name,
  values,
  population,
  category: Int32Array.from(of, (value) => values.indexOf(value)),
});

const { muni, group, age, sex } = expected.margins;
export const margins: readonly Margin[] = [
  margin("municipality", muni.muni, muni.Freq, respondents.muni),
  margin("group", group.group, group.Freq, respondents.group),
  margin("age", age.age, age.Freq, respondents.age),
  margin("sex", sex.sex, sex.Freq, respondents.sex),
];
