/** How much an item's mean depends on who did not give it a valid answer (STATISTICS §4). */
import { CLOSED_ITEM_IDS, type ClosedItemId } from "../questionnaire.ts";
import { DONT_KNOW } from "./answerTable.ts";
import { linearMean } from "./linearise.ts";
import type { Tabulation } from "./tabulate.ts";

/** From this share without a valid answer on, both means should be looked at. */
export const MUCH_NONRESPONSE = 0.1;

export interface ItemNonresponse {
  item: ClosedItemId;
  /** Unweighted shares of all respondents: »ved ikke«, and no answer (skipped or not asked because of no interview). */
  dontKnow: number;
  missing: number;
  /** The published national mean, and the one with weights N_h over the **valid** answers of the stratum. */
  mean: number;
  reweighted: number;
}

/** Of all municipalities together, for every item with a valid answer. */
export function itemNonresponse({ table, design, weights, respondents }: Tabulation): ItemNonresponse[] {
  const everybody = Int32Array.from(respondents.keys());
  return CLOSED_ITEM_IDS.flatMap((item) => {
    const { score, code } = table[item];
    const linear = linearMean(score, everybody, design);
    if (!linear) return [];
    const share = (is: (place: number) => boolean): number => code.filter(is).length / code.length;
    return [
      {
        item,
        dontKnow: share((place) => place === DONT_KNOW),
        missing: share((place) => place === 0),
        mean: linear.mean,
        reweighted: reweightedMean(score, weights.stratum, weights.sizes.populations),
      },
    ];
  });
}

/** Σ N_h ȳ_h / Σ N_h over the strata with valid answers. */
function reweightedMean(score: Float64Array, stratum: Int32Array, populations: ArrayLike<number>): number {
  const sums = new Float64Array(populations.length);
  const counts = new Float64Array(populations.length);
  score.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const h = stratum[i] ?? 0;
    sums[h] = (sums[h] ?? 0) + value;
    counts[h] = (counts[h] ?? 0) + 1;
  });
  let [total, people] = [0, 0];
  counts.forEach((n, h) => {
    if (n === 0) return;
    total += ((populations[h] ?? 0) * (sums[h] ?? 0)) / n;
    people += populations[h] ?? 0;
  });
  return total / people;
}
