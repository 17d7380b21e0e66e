/** The published numbers that the R script reproduces: all, the first municipality and the first target group that have one. */
import { CLOSED_ITEM_IDS, type ClosedItemId } from "#survey/questionnaire.ts";
import { resultsSchema, type Domain, type Results } from "#survey/results.ts";
import { CliError } from "../errors.ts";
import { parseJson } from "../round.ts";
import type { Run } from "../run.ts";

const RESULTS_FILE = "results/results.json";

export interface PublishedNumber {
  item: ClosedItemId;
  /** `all`, `0751`, `dagpenge`. */
  domain: string;
  /** The column that holds the domain, and its value there; `null` for all. */
  where: { column: "municipality" | "target_group"; value: string } | null;
  n: number;
  mean: number;
  low: number | null;
  high: number | null;
}

function numberOf(domain: Domain, item: ClosedItemId): PublishedNumber | null {
  const cell = domain.items[item];
  if (cell?.status !== "published" || domain.breakdown) return null;
  const { municipality, targetGroup, id } = domain;
  const where =
    municipality !== null
      ? ({ column: "municipality", value: municipality } as const)
      : targetGroup !== null
        ? ({ column: "target_group", value: targetGroup } as const)
        : null;
  const { estimate, low, high } = cell.weighted.mean;
  return { item, domain: id, where, n: cell.n, mean: estimate, low, high };
}

/** The overall item first, then the others. */
const ITEMS = CLOSED_ITEM_IDS.toReversed();

/**
 * Three numbers whose people are all in the data set and have their group shown: if it can be, the overall item for all, for
 * a municipality and for a target group.
 * @param whole whether everybody of a domain is there.
 */
export function publishedNumbers(
  { domains }: Results,
  whole: (where: PublishedNumber["where"]) => boolean,
): PublishedNumber[] {
  const plain = domains.filter(
    ({ municipality, targetGroup }) => municipality === null || targetGroup === null,
  );
  const numbers = ITEMS.flatMap((item) => plain.flatMap((domain) => numberOf(domain, item) ?? [])).filter(
    ({ where }) => whole(where),
  );
  const first = ([null, "municipality", "target_group"] as const).flatMap(
    (column) => numbers.find(({ where }) => (where?.column ?? null) === column) ?? [],
  );
  return [...first, ...numbers.filter((number) => !first.includes(number))].slice(0, 3);
}

/** The results of the round; `null` when `estimate` has not been run. */
export async function readResults(run: Run): Promise<Results | null> {
  if (!(await run.exists(RESULTS_FILE))) return null;
  const how = "Make the results again: `npx borgersvar estimate <round>`.";
  const where = run.path(RESULTS_FILE);
  const parsed = resultsSchema.safeParse(parseJson(await run.readText(RESULTS_FILE, how), where));
  if (parsed.success) return parsed.data;
  throw new CliError({ what: "these are not results as this version writes them", where, how });
}
