import { isPrimary, tooFew, type Complement } from "../disclosure/primary.ts";
import type { Cell } from "../results.ts";
import { DONT_KNOW, type CodeTable } from "./codeTable.ts";
import { estimatesOf, unweightedEstimates, wholePercent, type ItemEstimates } from "./estimates.ts";
import type { Points, StratifiedDesign } from "./ratioMean.ts";
import { gatherPoints, replies, validCounts, type DomainTally } from "./tallies.ts";

/** Below this effective number of answers, and from this width of the interval on, a share is unreliable (NCHS 2017). */
export const RELIABLE_EFFECTIVE_SIZE = 30;
export const UNRELIABLE_WIDTH = 0.3;

/** A domain, the larger ones it lies in, and the rules that hold for it. */
export interface DomainContext {
  tally: DomainTally;
  threshold: number;
  parents: readonly { tally: DomainTally; threshold: number }[];
  /** It lies in a municipality with too few answers. */
  fewInMunicipality: boolean;
}

/** What the estimates of a round are made from; `points` is room that is filled again for every cell. */
export interface EstimationTables {
  table: CodeTable;
  design: StratifiedDesign;
  points: Points;
}

/** One item (by its place among the 13) in one domain, as it may be published. */
export function cellFor(domain: DomainContext, item: number, tables: EstimationTables): Cell {
  const { tally, threshold } = domain;
  if (tally.people === 0) return { status: "missing" };
  const counts = validCounts(tally, item);
  const n = sum(counts);
  if (
    isPrimary(
      counts,
      threshold,
      complements(domain, n, (parent) => sum(validCounts(parent, item))),
    )
  ) {
    return { status: "withheld", reason: "primary" };
  }
  gatherPoints(tally, item, tables.table, tables.points);
  const weighted = estimatesOf(tables.points, tables.design);
  return {
    status: "published",
    n,
    dontKnow: dontKnowShare(domain, item),
    uncertain: domain.fewInMunicipality || isUnreliable(weighted),
    weighted: weighted.published,
    unweighted: unweightedEstimates(counts).published,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const complements = (
  { parents }: DomainContext,
  n: number,
  count: (parent: DomainTally) => number,
): Complement[] => parents.map((parent) => ({ n: count(parent.tally) - n, threshold: parent.threshold }));

/**
 * Weighted share »don't know« among valid answers and don't knows; `null` when that base is on too few itself, or leaves
 * too few outside (three people outside who all said »don't know« have no valid answer and show only here).
 */
function dontKnowShare(domain: DomainContext, item: number): number | null {
  const base = replies(domain.tally, item);
  if (
    tooFew(
      base,
      domain.threshold,
      complements(domain, base, (parent) => replies(parent, item)),
    )
  )
    return null;
  const weights = domain.tally.weights[item] ?? [];
  return wholePercent((weights[DONT_KNOW] ?? 0) / sum(weights));
}

const isUnreliable = ({ share, shareInterval: interval }: ItemEstimates): boolean =>
  share.effectiveSize < RELIABLE_EFFECTIVE_SIZE ||
  interval === null ||
  interval.high - interval.low >= UNRELIABLE_WIDTH;
