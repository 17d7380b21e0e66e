/**
 * k-anonymity (Sweeney 2002): people whom nobody can tell apart by what others may know of them (quasi-identifiers) form a
 * class, and every class has at least k people. A hidden value is a value of its own: what is hidden protects nobody by
 * being unknown, only by standing for at least k people.
 */

/** A person by the values of the quasi-identifiers, in the order of `variables`; `null` is hidden. */
export type Key = readonly (string | null)[];

export interface Person {
  /** People of different groups are always told apart: municipality and weighting stratum. */
  group: string;
  key: Key;
}

/** The name of a person's class. */
export const classOf = ({ group, key }: Person): string => JSON.stringify([group, ...key]);

export interface Exposure {
  people: number;
  classes: number;
  /** 0 when there is nobody. */
  smallest: number;
  /** People who are alone in their class. */
  unique: number;
  /** People in classes of fewer than k. */
  belowK: number;
}

/** How exposed people are. @param kOf the k of a person's group. */
export function exposureOf(people: readonly Person[], kOf: (group: string) => number): Exposure {
  const sizes = new Map<string, number>();
  for (const person of people) sizes.set(classOf(person), (sizes.get(classOf(person)) ?? 0) + 1);
  const sizeOf = (person: Person): number => sizes.get(classOf(person)) ?? 0;
  return {
    people: people.length,
    classes: sizes.size,
    smallest: people.length === 0 ? 0 : Math.min(...sizes.values()),
    unique: people.filter((person) => sizeOf(person) === 1).length,
    belowK: people.filter((person) => sizeOf(person) < kOf(person.group)).length,
  };
}
