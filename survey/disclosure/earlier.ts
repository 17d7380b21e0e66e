/** What earlier publications of the same round have told: they cannot be taken back. */
import type { MeasureId } from "../measures.ts";
import type { Cell, Domain, IndexCell, Results } from "../results.ts";
import type { Secret } from "./network.ts";

/** A cell of results.json, of an item or of an index. */
export type PublishedBefore = Cell | IndexCell;

/** The cells that a result had in a domain in each earlier publication. */
export type Earlier = (domain: string, measure: MeasureId) => readonly PublishedBefore[];

export function earlierCells(publications: readonly Results[]): Earlier {
  const byDomain = publications.map(({ domains }) => new Map(domains.map((domain) => [domain.id, domain])));
  return (id, measure) => byDomain.flatMap((domains) => cellIn(domains.get(id), measure) ?? []);
}

const cellIn = (domain: Domain | undefined, measure: MeasureId): PublishedBefore | undefined =>
  domain && { ...domain.items, ...domain.indexes }[measure];

/**
 * Two publications of one round are a difference: it may be of nobody, or of at least as many as the threshold. What was
 * withheld before stays so, or the old totals would give it away.
 */
export function changedSecret(answers: number, threshold: number, before: PublishedBefore): Secret | null {
  if (before.status === "withheld") return { need: 1, counted: 0 };
  if (before.status !== "published") return null;
  const change = Math.abs(answers - before.n);
  return change > 0 && change < threshold ? { need: threshold, counted: 0 } : null;
}
