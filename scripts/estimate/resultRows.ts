/** The results as a long table, one row a domain and item: what both tables.csv and tables.xlsx show. */
import { isIndex, MEASURE_IDS, type MeasureId } from "#survey/measures.ts";
import {
  BREAKDOWNS,
  type Cell,
  type Domain,
  type Estimates,
  type IndexCell,
  type Results,
} from "#survey/results.ts";
import { writeTable } from "../io/table.ts";

export interface ResultRow {
  domain: Domain;
  /** An item, or an index over items. */
  item: MeasureId;
  cell: Cell | IndexCell;
}

/** Every cell, in the order of the file and of the questionnaire. */
export const resultRows = (results: Results): ResultRow[] =>
  results.domains.flatMap((domain) =>
    MEASURE_IDS.flatMap((item) => {
      const cell = isIndex(item) ? domain.indexes[item] : domain.items[item];
      return cell ? [{ domain, item, cell }] : [];
    }),
  );

/** The figures of one set of estimates, in the order of {@link ESTIMATE_COLUMNS}. */
export function figuresOf(estimates: Estimates | null): (number | null)[] {
  if (!estimates) return [];
  const { mean, positive, distribution } = estimates;
  return [
    mean.estimate,
    mean.low,
    mean.high,
    positive.estimate,
    positive.low,
    positive.high,
    ...distribution,
  ];
}

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
  "compared_to",
  "mean_difference",
  "mean_difference_low",
  "mean_difference_high",
  "positive_difference",
  "positive_difference_low",
  "positive_difference_high",
  "clear",
  "change_since",
  "mean_change",
  "mean_change_low",
  "mean_change_high",
  "positive_change",
  "positive_change_low",
  "positive_change_high",
];

const named = (columns: readonly string[], values: readonly (number | null)[]) =>
  Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]));

type Published = Extract<Cell | IndexCell, { status: "published" }>;

/** The first comparison: with the same domain of all municipalities, else with the domain without the group. */
function comparisonOf({ comparisons }: Published): Record<string, string | number | null> {
  const [first] = comparisons ?? [];
  if (!first) return {};
  return {
    compared_to: first.to,
    mean_difference: first.mean.estimate,
    mean_difference_low: first.mean.low,
    mean_difference_high: first.mean.high,
    positive_difference: first.positive.estimate,
    positive_difference_low: first.positive.low,
    positive_difference_high: first.positive.high,
    clear: first.clear ? 1 : 0,
  };
}

/** The change since the first earlier round of round.json, the latest. */
function changeOf({ changes }: Published): Record<string, string | number | null> {
  const [first] = changes ?? [];
  if (!first) return {};
  return {
    change_since: first.since,
    mean_change: first.mean.estimate,
    mean_change_low: first.mean.low,
    mean_change_high: first.mean.high,
    positive_change: first.positive.estimate,
    positive_change_low: first.positive.low,
    positive_change_high: first.positive.high,
  };
}

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
    dont_know: "dontKnow" in cell ? cell.dontKnow : null,
    ...named(WEIGHTED, figuresOf(cell.weighted)),
    ...named(UNWEIGHTED, figuresOf(cell.unweighted)),
    ...comparisonOf(cell),
    ...changeOf(cell),
  };
}

/** `results/tables.csv`: codes and numbers; a field without a number is empty, and `status` says why. */
export const resultsCsv = (rows: readonly ResultRow[]): string =>
  writeTable<string>(COLUMNS, rows.map(csvRow));
