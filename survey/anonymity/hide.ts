/**
 * Local suppression to k-anonymity, one variable after the other, the most important first. In each class so far, a value
 * that fewer than k people have is hidden; when fewer than k are hidden in the class, the smallest value that is left is
 * hidden too, so that the hidden ones are at least k. People of one class that cannot be divided keep their values hidden.
 */
import type { Key, Person } from "./classes.ts";

interface Node {
  /** Places of the people. */
  members: number[];
  key: (string | null)[];
}

/** The values of one variable among the members, largest first, equal ones by their name. */
function byValue(
  members: readonly number[],
  people: readonly Person[],
  variable: number,
): [string | null, number[]][] {
  const values = new Map<string | null, number[]>();
  for (const place of members) {
    const value = people[place]?.key[variable] ?? null;
    const list = values.get(value);
    if (list) list.push(place);
    else values.set(value, [place]);
  }
  return [...values].toSorted(
    ([a, left], [b, right]) => right.length - left.length || (String(a) < String(b) ? -1 : 1),
  );
}

/** The class divided by one variable; its parts have at least k people, or it is one part with the value hidden. */
function divided({ members, key }: Node, people: readonly Person[], variable: number, k: number): Node[] {
  const values = byValue(members, people, variable);
  const shown = values.filter(([value, places]) => value !== null && places.length >= k);
  const hidden = values.filter((entry) => !shown.includes(entry)).flatMap(([, places]) => places);
  while (hidden.length > 0 && hidden.length < k) {
    const [, smallest] = shown.pop() ?? [null, []];
    if (smallest.length === 0) break;
    hidden.push(...smallest);
  }
  return [
    ...shown.map(([value, places]) => ({ members: places, key: [...key, value] })),
    ...(hidden.length > 0 ? [{ members: hidden, key: [...key, null] }] : []),
  ];
}

/** How many people a class must have. */
export interface Required {
  /** The k of a group, from 1. */
  kOf: (group: string) => number;
  /** Enough for a group in which nothing is shown: it cannot be divided, and it cannot be hidden either. */
  least: number;
}

/**
 * The people with values hidden until every class has at least k people. A group with fewer than k people has everything
 * hidden; in one with fewer than `least`, whom hiding cannot protect, each is `null`.
 * @example hidden for two women and five men with k = 5: all seven have their sex hidden, as two alone would be too few.
 */
export function hideToK(people: readonly Person[], { kOf, least }: Required): (Key | null)[] {
  const groups = new Map<string, number[]>();
  people.forEach(({ group }, place) => {
    const members = groups.get(group);
    if (members) members.push(place);
    else groups.set(group, [place]);
  });
  const result: (Key | null)[] = people.map(() => null);
  const variables = people[0]?.key.length ?? 0;
  for (const [group, members] of groups) {
    const k = kOf(group);
    if (members.length < least) continue;
    let nodes: Node[] = [{ members, key: [] }];
    for (let variable = 0; variable < variables; variable++) {
      nodes = nodes.flatMap((node) => divided(node, people, variable, k));
    }
    for (const { members: places, key } of nodes) for (const place of places) result[place] = key;
  }
  return result;
}
