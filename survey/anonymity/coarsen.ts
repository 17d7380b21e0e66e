/** Bands made broader for a whole data set, by leaving out cut points: fewer values have to be hidden one by one. */
import { bandLabels } from "../bands.ts";

export interface Coarsening {
  /** The cut points that stay. */
  cuts: readonly number[];
  /** From each label of the round to the label that stands in the data set; other labels stay as they are. */
  labels: ReadonlyMap<string, string>;
  /** What is lost: 0 with every band, 1 when there is one only. */
  loss: number;
}

const every = (cuts: readonly number[], step: number): number[] =>
  cuts.filter((_, i) => (i + 1) % step === 0);

function coarsening(cuts: readonly number[], kept: readonly number[]): Coarsening {
  const after = bandLabels(kept);
  const labels = bandLabels(cuts).map((label, band) => {
    const from = band === 0 ? -Infinity : (cuts[band - 1] ?? Infinity);
    return [label, after[kept.filter((cut) => cut <= from).length] ?? label] as const;
  });
  return { cuts: kept, labels: new Map(labels), loss: 1 - kept.length / cuts.length };
}

/**
 * Every way to make the bands of these cut points broader, the finest first: all of them, every second one, the middle one.
 * @example coarsenings([30, 40, 50, 60]).map(({ cuts }) => cuts) // [[30, 40, 50, 60], [40, 60], [40]]
 */
export function coarsenings(cuts: readonly number[]): Coarsening[] {
  const middle = cuts[Math.floor((cuts.length - 1) / 2)];
  const ways = [cuts, every(cuts, 2), middle === undefined ? [] : [middle]].filter((kept) => kept.length > 0);
  const different = ways.filter((kept, i) => ways.findIndex((other) => other.length === kept.length) === i);
  return different.map((kept) => coarsening(cuts, kept));
}
