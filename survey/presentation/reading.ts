/**
 * results.json, ready to be shown: cells by where they are and what they measure, items and indexes alike. Nothing is in it
 * that is not in the file.
 */
import type { IndexId } from "../indexes.ts";
import { isIndex, type MeasureId } from "../measures.ts";
import { MUNICIPALITIES } from "../municipalities.ts";
import { QUESTIONNAIRES, type ClosedItem, type ClosedItemId, type ThemeId } from "../questionnaire.ts";
import {
  BREAKDOWNS,
  domainId,
  type Breakdown,
  type Cell,
  type Change,
  type Comparison,
  type Domain,
  type Estimates,
  type IndexCell,
  type Results,
} from "../results.ts";
import type { TargetGroup } from "../targetGroups.ts";

/** The item that says how satisfied people are all in all. */
export const OVERALL: ClosedItemId = "q13";
/** The domain of everybody. */
export const ALL = "all";

export interface ShownCell {
  state: "shown";
  /** Valid answers. */
  n: number;
  /** Share of »don't know«, whole percent; `null` when it is withheld; an index has none. */
  dontKnow?: number | null;
  /** Few answers or a wide interval: read with care. */
  uncertain: boolean;
  weighted: Estimates;
  /** `null` where they would give something away. */
  unweighted: Estimates | null;
  comparisons: readonly Comparison[];
  changes: readonly Change[];
}

/** Withheld, nobody has answered, not asked: three different things, none of them a number. */
export type AbsentCell =
  | { state: "withheld"; reason: "primary" | "complementary" }
  | { state: "none" }
  | { state: "notAsked" };
export type CellReading = ShownCell | AbsentCell;
export type State = CellReading["state"];

export interface Where {
  municipality?: string | null;
  targetGroup?: TargetGroup | null;
  breakdown?: { variable: Breakdown; value: string } | null;
}

/** The cells of one domain, by what they measure. */
export interface DomainReading {
  id: string;
  cell: (measure: MeasureId) => CellReading;
}

export interface ThemeReading {
  theme: ThemeId;
  /** The index over the theme's items; a theme of one item has none. */
  index: IndexId | null;
  items: readonly ClosedItem[];
}

export type MunicipalityEntry = Results["municipalities"][number];
/** Whether everybody together is the whole country, some municipalities, or one alone. */
export type Whole = "country" | "participants" | "alone";

export interface Reading {
  results: Results;
  whole: Whole;
  /** By name as Danish sorts them (»Aa« is »Å«), whatever their results. */
  municipalities: readonly MunicipalityEntry[];
  municipality: (code: string) => MunicipalityEntry | null;
  themes: readonly ThemeReading[];
  /** The closed items in the order of the questionnaire. */
  items: readonly ClosedItem[];
  domain: (where: Where) => DomainReading;
  /** The values of each background variable that there are results for, in the order of the file. */
  breakdowns: (municipality: string | null) => readonly { variable: Breakdown; values: readonly string[] }[];
}

function readCell(cell: Cell | IndexCell | undefined): CellReading {
  if (!cell) return { state: "notAsked" };
  if (cell.status === "missing") return { state: "none" };
  if (cell.status === "withheld") return { state: "withheld", reason: cell.reason };
  if (cell.status === "notAsked") return { state: "notAsked" };
  const { n, uncertain, weighted, unweighted, comparisons = [], changes = [] } = cell;
  const dontKnow = "dontKnow" in cell ? { dontKnow: cell.dontKnow } : {};
  return { state: "shown", n, ...dontKnow, uncertain, weighted, unweighted, comparisons, changes };
}

/** A domain that is not in the file has no answers; an item that is not in its domain was not asked. */
const readDomain = (id: string, domain: Domain | undefined): DomainReading => ({
  id,
  cell: (measure) => {
    if (!domain) return { state: "none" };
    return readCell(isIndex(measure) ? domain.indexes[measure] : domain.items[measure]);
  },
});

function themesOf(version: string): ThemeReading[] {
  const questionnaire = QUESTIONNAIRES[version];
  if (!questionnaire) throw new RangeError(`no questionnaire ${version}`);
  return questionnaire.parts.map(({ theme, items }) => {
    const closed = items.filter((item) => item.kind === "closed");
    return { theme, index: theme === "overall" || closed.length < 2 ? null : theme, items: closed };
  });
}

const wholeOf = ({ municipalities }: Results): Whole => {
  if (municipalities.length === 1) return "alone";
  return municipalities.length === MUNICIPALITIES.length ? "country" : "participants";
};

/** @throws RangeError when the results are of a questionnaire that never was. */
export function readingOf(results: Results): Reading {
  const byId = new Map(results.domains.map((domain) => [domain.id, domain]));
  const byCode = new Map(results.municipalities.map((entry) => [entry.code, entry]));
  const byName = new Intl.Collator("da");
  const themes = themesOf(results.questionnaireVersion);
  return {
    results,
    whole: wholeOf(results),
    municipalities: results.municipalities.toSorted((a, b) => byName.compare(a.name, b.name)),
    municipality: (code) => byCode.get(code) ?? null,
    themes,
    items: themes.flatMap(({ items }) => items),
    domain: ({ municipality = null, targetGroup = null, breakdown = null }) => {
      const id = domainId({ municipality, targetGroup, breakdown });
      return readDomain(id, byId.get(id));
    },
    breakdowns: (municipality) =>
      BREAKDOWNS.map((variable) => ({
        variable,
        values: results.domains.flatMap((domain) => valueOf(domain, municipality, variable)),
      })).filter(({ values }) => values.length > 0),
  };
}

function valueOf(domain: Domain, municipality: string | null, variable: Breakdown): string[] {
  const fits =
    domain.municipality === municipality &&
    domain.targetGroup === null &&
    domain.breakdown?.variable === variable;
  return fits && domain.breakdown ? [domain.breakdown.value] : [];
}

/** True when at least one result of the domain can be seen. */
export const hasResults = ({ items }: Reading, domain: DomainReading): boolean =>
  items.some(({ id }) => domain.cell(id).state === "shown");
