/** Primary suppression alone: what must be withheld for its own sake. Not safe against subtraction. */
import { isPrimary, tooFew, type Complement } from "../disclosure/primary.ts";
import type { Facts, Pattern } from "./facts.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const valid = (counts: readonly number[]): readonly number[] => counts.slice(0, 5);

/** Withholds by the rules of DESIGN §9; an index wherever one of its parts is withheld. */
export function primaryPattern(facts: Facts): Pattern {
  const { domains, measures, counts } = facts;
  const places = new Map(measures.map(({ id }, place) => [id, place]));
  const complements = (domain: number, n: number, count: (parent: number) => number): Complement[] =>
    (domains[domain]?.parents ?? []).map((parent) => ({
      n: count(parent) - n,
      threshold: domains[parent]?.threshold ?? 0,
    }));
  const thresholdOf = (domain: number): number => domains[domain]?.threshold ?? 0;
  const isWithheld = (domain: number, measure: number): boolean => {
    const codes = valid(counts(domain, measure));
    const outside = complements(domain, sum(codes), (parent) => sum(valid(counts(parent, measure))));
    return (
      isPrimary(codes, thresholdOf(domain), outside) ||
      (measures[measure]?.parts ?? []).some((part) => isWithheld(domain, places.get(part) ?? 0))
    );
  };
  const isFew = (code: string): boolean => {
    const place = facts.municipalities.find((municipality) => municipality.code === code);
    const threshold = domains.find(({ id }) => id === code)?.threshold ?? 0;
    return place !== undefined && place.answers > 0 && place.answers < threshold;
  };
  return {
    reason: (domain, measure) => (isWithheld(domain, measure) ? "primary" : null),
    dontKnow: (domain, measure) => {
      const base = sum(counts(domain, measure));
      const outside = complements(domain, base, (parent) => sum(counts(parent, measure)));
      return tooFew(base, thresholdOf(domain), outside);
    },
    weightedOnly: () => false,
    response: isFew,
    designEffect: isFew,
  };
}
