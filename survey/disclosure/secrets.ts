/** The cells of one measure as suppression sees them: on how many answers, which are secret, and what must surround those. */
import type { Facts } from "../estimate/facts.ts";
import { changedSecret, type Earlier } from "./earlier.ts";
import { exposesGroup } from "./groupAttribute.ts";
import type { CountedCell } from "./linkedTables.ts";
import type { Secret } from "./network.ts";
import { isPrimary } from "./primary.ts";

/**
 * Answers that must surround a result (`domain measure`) that an attack has found too weakly protected; `Infinity` where it is
 * to be withheld whatever surrounds it.
 */
export type Weak = ReadonlyMap<string, number>;

export interface Known {
  facts: Facts;
  earlier: Earlier;
  weak: Weak;
  /** What is withheld already, by place of the measure: domains by id. */
  withheld: ReadonlyMap<number, ReadonlySet<string>>;
}

const VALID_CODES = 5;

/** How many have given each of the codes 1 to 5. */
export const validCodes = ({ counts }: Facts, domain: number, measure: number): readonly number[] =>
  counts(domain, measure).slice(0, VALID_CODES);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Withheld for its own sake: {@link isPrimary} among all the domains. */
export function isSecret(facts: Facts, domain: number, measure: number): boolean {
  const { threshold = 0, parents = [] } = facts.domains[domain] ?? {};
  const codes = validCodes(facts, domain, measure);
  const outside = parents.map((parent) => ({
    n: sum(validCodes(facts, parent, measure)) - sum(codes),
    threshold: facts.domains[parent]?.threshold ?? 0,
  }));
  return isPrimary(codes, threshold, outside);
}

/** The cells of a measure by domain id; domains without people are left out. */
export function countedCells(known: Known, measure: number): Map<string, CountedCell> {
  const { facts, earlier } = known;
  return new Map(
    facts.domains.flatMap(({ id, people }, domain): [string, CountedCell][] => {
      const measureId = facts.measures[measure]?.id;
      if (people === 0 || measureId === undefined) return [];
      const answers = sum(validCodes(facts, domain, measure));
      const before = earlier(id, measureId);
      return [
        [
          id,
          {
            answers,
            secret: secretOf(known, domain, measure),
            known: before.some((cell) => cell.status === "published" && cell.n === answers),
          },
        ],
      ];
    }),
  );
}

function secretOf({ facts, earlier, weak, withheld }: Known, place: number, measure: number): Secret | null {
  const domain = facts.domains[place];
  const { id: measureId, parts } = facts.measures[measure] ?? {};
  if (!domain || measureId === undefined) return null;
  const codes = validCodes(facts, place, measure);
  const answers = sum(codes);
  const need = domain.threshold;
  const weakNeed = weak.get(`${domain.id} ${measureId}`);
  const given = (parts ?? []).some((part) =>
    withheld.get(facts.measures.findIndex(({ id }) => id === part))?.has(domain.id),
  );
  return strictest([
    isSecret(facts, place, measure)
      ? { need, counted: answers >= need && exposesGroup(codes) ? 0 : answers }
      : null,
    // An index with all of its parts but one would give that one away.
    given ? { need: 1, counted: 0 } : null,
    weakNeed === undefined ? null : { need: Number.isFinite(weakNeed) ? weakNeed : 0, counted: 0 },
    ...earlier(domain.id, measureId).map((cell) => changedSecret(answers, need, cell)),
  ]);
}

/** The one that asks for most answers of others. */
const strictest = (secrets: readonly (Secret | null)[]): Secret | null =>
  secrets.reduce((most, secret) => (asked(secret) > asked(most) ? secret : (most ?? secret)), null);

const asked = (secret: Secret | null): number => (secret ? secret.need - secret.counted : -Infinity);
