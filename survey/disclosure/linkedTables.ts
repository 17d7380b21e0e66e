/**
 * One item in all its tables: municipality × target group and municipality × each background variable, tied together by
 * the results of the municipalities and of all. What is withheld in one table is withheld in every other.
 */
import type { Facts } from "../estimate/facts.ts";
import { BREAKDOWNS, domainId, type Breakdown } from "../results.ts";
import { TARGET_GROUPS } from "../targetGroups.ts";
import { complementary, type SafePattern, type Solve } from "./complementary.ts";
import { tableNetwork, type Network, type Secret, type TableCell } from "./network.ts";

/** One result as suppression sees it. */
export interface CountedCell {
  answers: number;
  /** It must be withheld, and this must surround it. */
  secret: Secret | null;
  /** Published before with the same answers: withholding it now would hide nothing. */
  known: boolean;
}

/** The cells of an item by domain id; nobody is in the domains that are missing. */
export type CountedCells = ReadonlyMap<string, CountedCell>;

/** The domains of a round by place in their tables. */
export interface Layout {
  all: string;
  municipalities: readonly string[];
  /** Of each variable: for all, then of each municipality, the domain of each value. */
  variables: readonly { all: readonly string[]; of: readonly (readonly string[])[] }[];
}

export interface TablePattern {
  /** Domains to withhold, the secret ones among them. */
  withheld: Set<string>;
  /** Secret domains that nothing could protect as they should be. */
  exposed: string[];
  /** Cost of what is withheld in addition, and the least that any safe pattern of these tables costs. */
  cost: number;
  bound: number;
}

/** What withholding one more result costs, its answers aside (STATISTICS §5), by how much is lost with it. */
const COST = { inner: 1e4, municipality: 2e5, column: 1e6, all: 1e8 };
/** A total that must be withheld may not be found exactly. */
const NOT_ALONE: Secret = { need: 1, counted: 0 };

/** Which totals a table may withhold in addition. */
type Reach = keyof typeof COST;
const REACHES: readonly Reach[] = ["inner", "municipality", "column", "all"];

/** The layout of the domains of a round. */
export function layoutOf({ domains, municipalities }: Facts): Layout {
  const values = (variable: Breakdown): string[] =>
    domains.flatMap(({ key: { municipality, breakdown } }) =>
      municipality === null && breakdown?.variable === variable ? [breakdown.value] : [],
    );
  const nowhere = { municipality: null, targetGroup: null, breakdown: null };
  const keys = [
    TARGET_GROUPS.map((targetGroup) => ({ ...nowhere, targetGroup })),
    ...BREAKDOWNS.map((variable) =>
      values(variable).map((value) => ({ ...nowhere, breakdown: { variable, value } })),
    ),
  ];
  return {
    all: domainId(nowhere),
    municipalities: municipalities.map(({ code }) => code),
    variables: keys.map((list) => ({
      all: list.map((key) => domainId(key)),
      of: municipalities.map(({ code }) => list.map((key) => domainId({ ...key, municipality: code }))),
    })),
  };
}

/** The cheapest pattern table by table, repeated until no table withholds a total that another shows. */
export function protectTables(layout: Layout, cells: CountedCells, solve: Solve): TablePattern {
  const totals = new Set<string>();
  for (;;) {
    const before = totals.size;
    const tables = tablesOf(layout).map((table) => protectTable(table, cells, totals, solve));
    for (const { withheld } of tables) {
      for (const id of withheld) if (id === layout.all || layout.municipalities.includes(id)) totals.add(id);
    }
    if (totals.size === before) return together(tables);
  }
}

function together(tables: readonly TablePattern[]): TablePattern {
  return {
    withheld: new Set(tables.flatMap(({ withheld }) => [...withheld])),
    exposed: [...new Set(tables.flatMap(({ exposed }) => exposed))],
    cost: tables.reduce((sum, { cost }) => sum + cost, 0),
    bound: tables.reduce((sum, { bound }) => sum + bound, 0),
  };
}

interface Ids {
  rows: readonly (readonly string[])[];
  rowTotals: readonly string[];
  columnTotals: readonly string[];
  total: string | null;
}

/** The list of municipalities with its total first: which totals go decides much in every other table. */
const tablesOf = ({ all, municipalities, variables }: Layout): Ids[] => [
  { rows: [municipalities], rowTotals: [all], columnTotals: [], total: null },
  ...variables.map((variable) => ({
    rows: variable.of,
    rowTotals: municipalities,
    columnTotals: variable.all,
    total: all,
  })),
];

function protectTable(
  ids: Ids,
  cells: CountedCells,
  totals: ReadonlySet<string>,
  solve: Solve,
): TablePattern {
  for (const reach of REACHES) {
    const network = networkOf(ids, cells, totals, reach);
    const found = complementary(network, solve);
    if (found.ok) return patternOf(network, found);
  }
  return bestPattern(networkOf(ids, cells, totals, "all"), solve);
}

function patternOf(network: Network, { secondary, cost, bound }: SafePattern): TablePattern {
  const chosen = new Set(secondary);
  const withheld = network.cells.filter(({ secret }, place) => secret !== null || chosen.has(place));
  return { withheld: new Set(withheld.map(({ id }) => id)), exposed: [], cost, bound };
}

/**
 * Where so few have answered in all that nothing can surround a cell as it should be, it is surrounded as well as it can be:
 * found exactly by nobody, or at worst hidden with all that is in the table.
 */
function bestPattern(network: Network, solve: Solve): TablePattern {
  const first = complementary(network, solve);
  const exposed = new Set(first.ok ? [] : first.exposed);
  const names = [...exposed].flatMap((place) => network.cells[place]?.id ?? []);
  for (const need of [1, 0]) {
    const cells = network.cells.map((cell, place) =>
      exposed.has(place) ? { ...cell, secret: { need, counted: 0 } } : cell,
    );
    const found = complementary({ ...network, cells }, solve);
    if (found.ok) return { ...patternOf({ ...network, cells }, found), exposed: names };
  }
  const everything = new Set(network.cells.map(({ id }) => id));
  return { withheld: everything, exposed: names, cost: 0, bound: 0 };
}

function networkOf(ids: Ids, cells: CountedCells, totals: ReadonlySet<string>, reach: Reach) {
  const cell = (level: Reach) => (id: string) => {
    const counted = cells.get(id);
    return counted ? tableCell(id, counted, level, { totals, reach }) : null;
  };
  const isList = ids.columnTotals.length === 0;
  return tableNetwork({
    rows: ids.rows.map((row) => row.map(cell(isList ? "municipality" : "inner"))),
    rowTotals: ids.rowTotals.map(cell(isList ? "all" : "municipality")),
    columnTotals: ids.columnTotals.map(cell("column")),
    total: ids.total === null ? null : cell("all")(ids.total),
  });
}

function tableCell(
  id: string,
  { answers, secret, known }: CountedCell,
  level: Reach,
  { totals, reach }: { totals: ReadonlySet<string>; reach: Reach },
): TableCell {
  const within = REACHES.indexOf(level) <= REACHES.indexOf(reach);
  return {
    id,
    answers,
    cost: within && !known ? COST[level] + answers : Infinity,
    secret: secret ?? (totals.has(id) ? NOT_ALONE : null),
  };
}
