/** Who is in which domain. */
import { BREAKDOWNS, domainId } from "../results.ts";
import type { DomainKey } from "./domains.ts";
import type { SampleRow } from "./input.ts";

const NOBODY = new Int32Array(0);

/** The ids of the domains that somebody is in. */
export function domainsOfPerson(person: SampleRow): string[] {
  return [null, person.municipality].flatMap((municipality) => [
    domainId({ municipality, targetGroup: null, breakdown: null }),
    domainId({ municipality, targetGroup: person.target_group, breakdown: null }),
    ...BREAKDOWNS.map((variable) =>
      domainId({ municipality, targetGroup: null, breakdown: { variable, value: person[variable] } }),
    ),
  ]);
}

/**
 * The members of each domain, by their place among the people, ascending: one pass over the people.
 * @throws RangeError when somebody has a background value that no domain has.
 */
export function membersOf(domains: readonly DomainKey[], people: readonly SampleRow[]): Int32Array[] {
  const ids = domains.map(domainId);
  const members = new Map(ids.map((id) => [id, new Array<number>()]));
  const lists = new Map<string, number[][]>();
  people.forEach((person, place) => {
    const kind = [person.municipality, person.target_group, ...BREAKDOWNS.map((v) => person[v])].join();
    let mine = lists.get(kind);
    if (!mine) {
      mine = domainsOfPerson(person).map((id) => {
        const list = members.get(id);
        if (list) return list;
        throw new RangeError(`respondent ${person.respondent}: ${unknownValue(id)} in this round`);
      });
      lists.set(kind, mine);
    }
    for (const list of mine) list.push(place);
  });
  return ids.map((id) => {
    const list = members.get(id);
    return list && list.length > 0 ? Int32Array.from(list) : NOBODY;
  });
}

function unknownValue(id: string): string {
  const [variable = "", value = ""] = (id.split(".").at(-1) ?? "").split("=");
  return `»${value}« is no value of ${variable}`;
}
