/**
 * The means as one system: weighted and unweighted sums of scores over the same withheld groups. The attacker of this audit
 * knows the exact number and weight of everybody; only rounding (one decimal on 0 to 100) and the ends of the scale hide
 * anything. So what is safe here is safe from anyone who knows less.
 */
import type { Partition, PublishedResult } from "./published.ts";
import type { Equation, System, Unknown } from "./system.ts";
import type { Truth } from "./truth.ts";

/** A mean is published to one decimal. */
const ROUNDING = 0.05;
const SCALE = 100;

export type Base = "weight" | "n";
const scoreSum = (truth: Truth, base: Base): number => (base === "n" ? truth.score : truth.weightedScore);

export interface Statement {
  result: PublishedResult;
  truths: ReadonlyMap<string, Truth>;
  threshold: (domain: string) => number;
}

/** Fewer have answered than the threshold, but somebody has. */
export const isSmallIn = ({ truths, threshold }: Statement, id: string): boolean => {
  const n = truths.get(id)?.n ?? 0;
  return n > 0 && n < threshold(id);
};

/** What is published of one base, and what follows from it at once: of a whole and its parts all but one are known. */
export function knownDomains(
  { result }: Statement,
  partitions: readonly Partition[],
  base: Base,
): Set<string> {
  const known = new Set<string>();
  for (const [id, cell] of result.cells) {
    const shown = cell.status === "published" && (base === "weight" || cell.unweighted !== null);
    if (shown || cell.status === "missing") known.add(id);
  }
  for (let before = -1; known.size > before;) {
    before = known.size;
    for (const { whole, parts } of partitions) {
      const open = [whole, ...parts].filter((id) => !known.has(id));
      const [last] = open;
      const isWithheld = last !== undefined && result.cells.get(last)?.status === "withheld";
      if (open.length === 1 && last !== undefined && !isWithheld) known.add(last);
    }
  }
  return known;
}

/**
 * The equations of the means of some bases over some partitions, the mean of each withheld domain its unknown. Of the target
 * groups of a municipality, which have one weight each, weighted and unweighted means are the same unknown; of all others
 * they are two.
 * @param all every partition, from which unpublished means may follow.
 */
export function meanSystem(
  statement: Statement,
  { all, used }: { all: readonly Partition[]; used: readonly Partition[] },
  bases: readonly Base[],
): System {
  const unknowns: Unknown[] = [];
  const place = new Map<string, number>();
  const placeOf = (id: string, base: Base): number => {
    const cell = statement.result.cells.get(id);
    const withheld = cell?.status === "withheld";
    const name = bases.length === 1 || (withheld && isOfOneWeight(id)) ? id : `${id} ${base}`;
    const known = place.get(name);
    if (known !== undefined) return known;
    place.set(name, unknowns.length);
    const secret = withheld && (cell.reason === "primary" || isSmallIn(statement, id));
    return unknowns.push({ id, lower: 0, upper: SCALE, secret, threshold: statement.threshold(id) }) - 1;
  };
  const equations = bases.flatMap((base) => {
    const known = knownDomains(statement, all, base);
    return used.map((partition) =>
      equationOf(statement.truths, partition, base, {
        placeOf: (id) => (known.has(id) ? null : placeOf(id, base)),
      }),
    );
  });
  return { unknowns, equations: equations.filter(({ places }) => places.length > 0) };
}

/** Inner groups of one weight: their weighted mean is their unweighted one. */
export const isOfOneWeight = (id: string): boolean => /^\d{4}\.[a-z]+$/.test(id);

interface Summed {
  placeOf: (id: string) => number | null;
  /** What is summed, if not scores, and how far off its published sum may be. */
  sumOf?: (truth: Truth, base: Base) => number;
  slackOf?: (truth: Truth, base: Base) => number;
}

/** Whole = Σ parts in sums of scores; what is known is moved to the right, with its rounding. */
export function equationOf(
  truths: Statement["truths"],
  { whole, parts }: Partition,
  base: Base,
  { placeOf, sumOf = scoreSum, slackOf = (truth) => ROUNDING * truth[base] }: Summed,
): Equation {
  const terms: [place: number, factor: number][] = [];
  let [value, slack] = [0, 0];
  for (const [id, sign] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
    const truth = truths.get(id);
    if (!truth) continue;
    const place = placeOf(id);
    if (place !== null) terms.push([place, sign * truth[base]]);
    else {
      value -= sign * sumOf(truth, base);
      slack += slackOf(truth, base);
    }
  }
  const scale = Math.max(1, ...terms.map(([, factor]) => Math.abs(factor)));
  return {
    places: terms.map(([place]) => place),
    factors: terms.map(([, factor]) => factor / scale),
    value: value / scale,
    slack: slack / scale,
  };
}
