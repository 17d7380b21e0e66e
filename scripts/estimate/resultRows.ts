/** The results as a long table, one row a domain and item: what both tables.csv and tables.xlsx show. */
import { CLOSED_ITEM_IDS, type ClosedItemId } from "#survey/questionnaire.ts";
import { BREAKDOWNS, type Cell, type Domain, type Estimates, type Results } from "#survey/results.ts";
import { writeTable } from "../io/table.ts";

export interface ResultRow {
  domain: Domain;
  item: ClosedItemId;
  cell: Cell;
}

/** Every cell, in the order of the file and of the questionnaire. */
export const resultRows = (results: Results): ResultRow[] =>
  results.domains.flatMap((domain) =>
    CLOSED_ITEM_IDS.flatMap((item) => {
      const cell = domain.items[item];
      return cell ? [{ domain, item, cell }] : [];
    }),
  );

/** The figures of one set of estimates, in the order of {@link ESTIMATE_COLUMNS}. */
export const figuresOf = ({ mean, positive, distribution }: Estimates): (number | null)[] => [
  mean.estimate,
  mean.low,
  mean.high,
  positive.estimate,
  positive.low,
  positive.high,
  ...distribution,
];

const ESTIMATE_COLUMNS = [
  "mean",
  "mean_low",
  "mean_high",
  "positive",
  "positive_low",
  "positive_high",
  "code_1",
  "code_2",
  "code_3",
  "code_4",
  "code_5",
];
const WEIGHTED = ESTIMATE_COLUMNS.map((column) => `weighted_${column}`);
const UNWEIGHTED = ESTIMATE_COLUMNS.map((column) => `unweighted_${column}`);
const COLUMNS = [
  "domain",
  "municipality",
  "target_group",
  ...BREAKDOWNS,
  "item",
  "status",
  "reason",
  "n",
  "uncertain",
  "dont_know",
  ...WEIGHTED,
  ...UNWEIGHTED,
];

const named = (columns: readonly string[], values: readonly (number | null)[]) =>
  Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]));

function csvRow({ domain, item, cell }: ResultRow): Record<string, string | number | null> {
  const { id, municipality, targetGroup, breakdown } = domain;
  const place = {
    domain: id,
    municipality,
    target_group: targetGroup,
    ...(breakdown ? { [breakdown.variable]: breakdown.value } : {}),
    item,
    status: cell.status,
    reason: cell.status === "withheld" ? cell.reason : null,
  };
  if (cell.status !== "published") return place;
  return {
    ...place,
    n: cell.n,
    uncertain: cell.uncertain ? 1 : 0,
    dont_know: cell.dontKnow,
    ...named(WEIGHTED, figuresOf(cell.weighted)),
    ...named(UNWEIGHTED, figuresOf(cell.unweighted)),
  };
}

/** `results/tables.csv`: codes and numbers; a field without a number is empty, and `status` says why. */
export const resultsCsv = (rows: readonly ResultRow[]): string =>
  writeTable<string>(COLUMNS, rows.map(csvRow));
