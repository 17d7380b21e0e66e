/**
 * Disclosure control of a whole round (DESIGN §9, STATISTICS §5): the pattern of what is withheld so that no withheld result
 * can be computed. Everything that is published is made by this one pattern, so it is the union of all tables, totals, pages
 * and downloads that is protected.
 */
import type { Facts, Pattern } from "../estimate/facts.ts";
import { primaryPattern } from "../estimate/primaryPattern.ts";
import type { Results } from "../results.ts";
import type { Solve } from "./complementary.ts";
import { earlierCells } from "./earlier.ts";
import { layoutOf, protectTables, type TablePattern } from "./linkedTables.ts";
import { withheldResponse } from "./response.ts";
import { countedCells, isSecret, type Known, type Weak } from "./secrets.ts";
import { weightedOnly } from "./unweighted.ts";

export interface Protection {
  pattern: Pattern;
  /** What is withheld of each measure, by its place. */
  tables: ReadonlyMap<number, TablePattern>;
  /** Results withheld for their own sake, and to protect those. */
  primary: number;
  complementary: number;
  /** Cost of the complementary ones, and the least that any safe choice costs: equal when proven the best. */
  cost: number;
  bound: number;
  /** Secret results that nothing could protect, as `domain measure`. Such results may not be published. */
  exposed: string[];
}

export interface ProtectionOptions {
  solve: Solve;
  /** Earlier publications of the same round. */
  earlier?: readonly Results[];
  weak?: Weak;
  /** The tables of an earlier attempt, of the measures that need no other. */
  standing?: ReadonlyMap<number, TablePattern>;
  /** Told after each measure. */
  onMeasure?: (done: number, total: number) => void;
}

/** The pattern of a round. */
export function protect(
  facts: Facts,
  { solve, earlier = [], weak = new Map(), standing = new Map(), onMeasure }: ProtectionOptions,
): Protection {
  const layout = layoutOf(facts);
  const tables = new Map<number, TablePattern>();
  const withheld = new Map<number, ReadonlySet<string>>();
  const known: Known = { facts, earlier: earlierCells(earlier), weak, withheld };
  facts.measures.forEach(({ asked }, measure) => {
    if (asked) {
      const found = standing.get(measure) ?? protectTables(layout, countedCells(known, measure), solve);
      tables.set(measure, found);
      withheld.set(measure, found.withheld);
    }
    onMeasure?.(measure + 1, facts.measures.length);
  });
  const only = new Map([...withheld].map(([measure, ids]) => [measure, weightedOnly(layout, ids)]));
  const groups = layout.variables[0]?.of ?? [];
  const response = withheldResponse(facts, earlier, solve);
  const opened = new Set(
    layout.municipalities.filter((_, place) =>
      (groups[place] ?? []).some((id) => [...withheld.values()].some((ids) => ids.has(id))),
    ),
  );
  const idOf = (domain: number): string => facts.domains[domain]?.id ?? "";
  const isWithheld = (domain: number, measure: number): boolean =>
    withheld.get(measure)?.has(idOf(domain)) ?? false;
  return {
    pattern: {
      reason: (domain, measure) =>
        isWithheld(domain, measure) ? (isSecret(facts, domain, measure) ? "primary" : "complementary") : null,
      dontKnow: primaryPattern(facts).dontKnow,
      weightedOnly: (domain, measure) => only.get(measure)?.has(idOf(domain)) ?? false,
      response: (code) => response.has(code),
      designEffect: (code) => response.has(code) || opened.has(code),
    },
    tables,
    ...summaryOf(facts, tables),
  };
}

function summaryOf(
  facts: Facts,
  tables: ReadonlyMap<number, TablePattern>,
): Omit<Protection, "pattern" | "tables"> {
  const places = new Map(facts.domains.map(({ id }, place) => [id, place]));
  const all = [...tables].flatMap(([measure, { withheld }]) =>
    [...withheld].map((id) => isSecret(facts, places.get(id) ?? -1, measure)),
  );
  const total = (of: (pattern: TablePattern) => number): number =>
    [...tables.values()].reduce((sum, pattern) => sum + of(pattern), 0);
  const primary = all.filter((secret) => secret).length;
  return {
    primary,
    complementary: all.length - primary,
    cost: total(({ cost }) => cost),
    bound: total(({ bound }) => bound),
    exposed: [...tables].flatMap(([measure, { exposed }]) =>
      exposed.map((id) => `${id} ${facts.measures[measure]?.id}`),
    ),
  };
}
