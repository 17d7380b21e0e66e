/** What the weights of a round look like, place by place, for the people who answer for them. */
import { designEffect, effectiveSize } from "./designEffect.ts";
import { median } from "./trim.ts";

export interface WeightQuality {
  /** `null` for all together. */
  municipality: string | null;
  answers: number;
  sum: number;
  smallest: number;
  median: number;
  largest: number;
  /** Kish. */
  designEffect: number;
  effectiveAnswers: number;
  /** The same of the post-stratified weights, before further margins. */
  designEffectBefore: number;
}

const sumsOf = (weights: readonly number[]) => ({
  count: weights.length,
  weight: weights.reduce((sum, w) => sum + w, 0),
  weightSquared: weights.reduce((sum, w) => sum + w * w, 0),
});

/**
 * Of all together and of each municipality with answers, in the order of their first respondent.
 * @param municipalities of each respondent.
 */
export function weightQuality(
  municipalities: readonly string[],
  { base, weight }: { base: Float64Array; weight: Float64Array },
): WeightQuality[] {
  const places = new Map<string | null, number[]>([[null, municipalities.map((_, i) => i)]]);
  municipalities.forEach((municipality, i) => {
    const known = places.get(municipality);
    if (known) known.push(i);
    else places.set(municipality, [i]);
  });
  return [...places].map(([municipality, people]) => {
    const weights = people.map((i) => weight[i] ?? 0);
    const sums = sumsOf(weights);
    return {
      municipality,
      answers: sums.count,
      sum: sums.weight,
      smallest: weights.reduce((least, w) => Math.min(least, w), Infinity),
      median: median(weights),
      largest: weights.reduce((most, w) => Math.max(most, w), 0),
      designEffect: designEffect(sums),
      effectiveAnswers: effectiveSize(sums),
      designEffectBefore: designEffect(sumsOf(people.map((i) => base[i] ?? 0))),
    };
  });
}
