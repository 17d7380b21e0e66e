/** Finding cells in results.json. What is not in the file is missing; an item that nobody was asked is not asked. */
import { QUESTIONNAIRES, type ClosedItem, type ClosedItemId, type ThemeId } from "../questionnaire.ts";
import { domainId, type Breakdown, type Cell, type Domain, type Results } from "../results.ts";
import type { TargetGroup } from "../targetGroups.ts";

export interface Where {
  municipality?: string | null;
  targetGroup?: TargetGroup | null;
  breakdown?: { variable: Breakdown; value: string } | null;
}

/** The cells of one domain, by item. */
export type Cells = (item: ClosedItemId) => Cell;

export interface Lookup {
  cells: (where: Where) => Cells;
  /** The values of a background variable, in the order of the file. */
  values: (municipality: string | null, variable: Breakdown) => readonly string[];
}

/** An index over the domains of results.json. */
export function lookup(results: Results): Lookup {
  const byId = new Map(results.domains.map((domain) => [domain.id, domain]));
  const domainAt = ({ municipality = null, targetGroup = null, breakdown = null }: Where) =>
    byId.get(domainId({ municipality, targetGroup, breakdown }));
  return {
    cells: (where) => {
      const domain = domainAt(where);
      return (item) => (domain ? (domain.items[item] ?? { status: "notAsked" }) : { status: "missing" });
    },
    values: (municipality, variable) => results.domains.flatMap((d) => valueOf(d, municipality, variable)),
  };
}

function valueOf(domain: Domain, municipality: string | null, variable: Breakdown): string[] {
  const fits =
    domain.municipality === municipality &&
    domain.targetGroup === null &&
    domain.breakdown?.variable === variable;
  return fits && domain.breakdown ? [domain.breakdown.value] : [];
}

export interface ThemeItems {
  theme: ThemeId;
  items: readonly ClosedItem[];
}

/** The closed items of the questionnaire that the results are of, by theme. @throws RangeError on an unknown version. */
export function closedItemsByTheme(version: string): readonly ThemeItems[] {
  const questionnaire = QUESTIONNAIRES[version];
  if (!questionnaire) throw new RangeError(`no questionnaire ${version}`);
  return questionnaire.parts.map((part) => ({
    theme: part.theme,
    items: part.items.filter((item) => item.kind === "closed"),
  }));
}
