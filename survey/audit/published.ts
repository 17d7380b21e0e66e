/** What results.json says, as an attacker reads it: which numbers are there, which are withheld, and what adds up to what. */
import type { Domain, Results } from "../results.ts";
import type { Equation, System, Unknown } from "./system.ts";

/** A published domain and those that it is made of, each person in exactly one. */
export interface Partition {
  whole: string;
  parts: readonly string[];
}

export type PublishedCell =
  | Domain["items"][keyof Domain["items"]]
  | Domain["indexes"][keyof Domain["indexes"]];

/** One result (item or index) as published: its cell in every domain. */
export interface PublishedResult {
  id: string;
  cells: ReadonlyMap<string, NonNullable<PublishedCell>>;
}

/** Every result in the file, by the names that the file has. */
export function publishedResults({ domains }: Results): PublishedResult[] {
  const found = new Map<string, Map<string, NonNullable<PublishedCell>>>();
  for (const domain of domains) {
    for (const [id, cell] of Object.entries({ ...domain.items, ...domain.indexes })) {
      if (cell.status === "notAsked") continue;
      const cells = found.get(id) ?? new Map<string, NonNullable<PublishedCell>>();
      found.set(id, cells.set(domain.id, cell));
    }
  }
  return [...found].map(([id, cells]) => ({ id, cells }));
}

const kindOf = ({ targetGroup, breakdown }: Domain): string =>
  targetGroup === null ? (breakdown?.variable ?? "") : "target group";
const valueOf = ({ targetGroup, breakdown }: Domain): string => targetGroup ?? breakdown?.value ?? "";

/**
 * Every way in which domains add up to another: over municipalities, over target groups, over the values of a background
 * variable.
 */
export function partitionsOf(domains: readonly Domain[]): Partition[] {
  const over = new Map<string, string[]>();
  const add = (whole: string, part: string): void => {
    over.set(whole, [...(over.get(whole) ?? []), part]);
  };
  const byPlace = new Map(domains.map((d) => [`${d.municipality}|${kindOf(d)}|${valueOf(d)}`, d.id]));
  for (const domain of domains) {
    const { id, municipality } = domain;
    const [kind, value] = [kindOf(domain), valueOf(domain)];
    if (municipality !== null) add(`${byPlace.get(`null|${kind}|${value}`)}|municipalities`, id);
    if (kind !== "") add(`${byPlace.get(`${municipality}||`)}|${kind}`, id);
  }
  return [...over].map(([key, members]) => ({ whole: key.slice(0, key.lastIndexOf("|")), parts: members }));
}

/** What a domain is of, by its id: empty for a whole municipality or all. */
function kindOfId(id: string): string {
  const inner = id.includes(".") ? id.slice(id.indexOf(".") + 1) : id;
  if (inner.includes("=")) return inner.slice(0, inner.indexOf("="));
  return /^(all|\d{4})$/.test(inner) ? "" : "group";
}

/** The tables of municipalities by something: which domains stand in each, the municipalities and all in every one. */
export function tablesOf(partitions: readonly Partition[]): ((domain: string) => boolean)[] {
  const kinds = new Set(partitions.flatMap(({ parts }) => parts.map(kindOfId)));
  return [...kinds]
    .filter((kind) => kind !== "" || kinds.size === 1)
    .map((kind) => (id) => kindOfId(id) === kind || kindOfId(id) === "");
}

/** The threshold that the file states for a domain. */
export function statedThreshold(results: Results): (domain: string) => number {
  const census = results.municipalities.filter((m) => m.census).map(({ code }) => code);
  return (domain) =>
    census.some((code) => domain === code || domain.startsWith(`${code}.`))
      ? results.censusThreshold
      : results.threshold;
}

/** A number that is published, that nobody is in, or that is withheld (and for what reason). */
export type Count =
  | { kind: "known"; n: number }
  | { kind: "withheld"; secret: boolean; upper: number; threshold: number };

/** The equations of a set of counts and their partitions; what is known is moved to the right-hand side. */
export function countSystem(counts: ReadonlyMap<string, Count>, partitions: readonly Partition[]): System {
  const unknowns: Unknown[] = [];
  const place = new Map<string, number>();
  for (const [id, count] of counts) {
    if (count.kind === "known") continue;
    place.set(id, unknowns.length);
    const { secret, upper, threshold } = count;
    unknowns.push({ id, lower: secret ? 0 : Math.min(threshold, upper), upper, secret, threshold });
  }
  const equations = partitions.flatMap(({ whole, parts }): Equation[] => {
    const terms: [number, number][] = [];
    let value = 0;
    for (const [id, factor] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const count = counts.get(id);
      if (count?.kind === "known") value -= factor * count.n;
      const at = place.get(id);
      if (at !== undefined) terms.push([at, factor]);
    }
    if (terms.length === 0) return [];
    return [{ places: terms.map(([at]) => at), factors: terms.map(([, factor]) => factor), value, slack: 0 }];
  });
  return { unknowns, equations };
}

/**
 * The counts of a result. `upper` says how many can be in a domain at the most (the public population, or the invited).
 * @param isSmall fewer answers than the threshold: secret, whatever the file calls it.
 */
export function countsOfResult(
  { cells }: PublishedResult,
  upper: (domain: string) => number,
  threshold: (domain: string) => number,
  isSmall: (domain: string) => boolean,
): Map<string, Count> {
  return new Map(
    [...cells].map(([id, cell]): [string, Count] => {
      if (cell.status === "published") return [id, { kind: "known", n: cell.n }];
      if (cell.status !== "withheld") return [id, { kind: "known", n: 0 }];
      const secret = cell.reason === "primary" || isSmall(id);
      return [id, { kind: "withheld", secret, upper: upper(id), threshold: threshold(id) }];
    }),
  );
}
