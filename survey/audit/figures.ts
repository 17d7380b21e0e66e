/**
 * Whether a file says what the estimates of its round say. An attack believes n, thresholds and »nobody answered«: a file that
 * lies about them could pass it.
 */
import type { Pattern } from "../estimate/facts.ts";
import type { Domain, Results } from "../results.ts";
import type { Leak } from "./leak.ts";
import { publishedResults, type PublishedCell } from "./published.ts";

type CellsOf = ReadonlyMap<string, ReadonlyMap<string, NonNullable<PublishedCell>>>;
const cellsOf = (results: Results): CellsOf =>
  new Map(publishedResults(results).map(({ id, cells }) => [id, cells]));

/**
 * What a file withholds, as the pattern that would make it.
 * @param domains, measures ids in the order of the estimates.
 */
export function patternOf(
  results: Results,
  { domains, measures }: { domains: readonly string[]; measures: readonly string[] },
): Pattern {
  const cells = cellsOf(results);
  const cellAt = (domain: number, measure: number) =>
    cells.get(measures[measure] ?? "")?.get(domains[domain] ?? "");
  const places = new Map(results.municipalities.map((place) => [place.code, place]));
  return {
    reason: (domain, measure) => {
      const cell = cellAt(domain, measure);
      return cell?.status === "withheld" ? cell.reason : null;
    },
    dontKnow: (domain, measure) => {
      const cell = cellAt(domain, measure);
      return cell?.status === "published" && "dontKnow" in cell && cell.dontKnow === null;
    },
    weightedOnly: (domain, measure) => {
      const cell = cellAt(domain, measure);
      return cell?.status === "published" && cell.unweighted === null;
    },
    response: (code) => places.get(code)?.answers === null,
    designEffect: (code) => places.get(code)?.designEffect === null,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sources = ({ trend }: Results): string => trend.map(({ since, source }) => `${since} ${source}`).join();

/**
 * A cell with what must be equal of its changes: their estimates, as the intervals are wider once CPR numbers are deleted;
 * nothing when the earlier round's answers are deleted.
 */
function comparedCell(cell: NonNullable<PublishedCell>, hasTrend: boolean): unknown {
  if (cell.status !== "published") return cell;
  const changes = (cell.changes ?? []).map(({ since, mean, positive, before }) => [
    since,
    mean.estimate,
    positive.estimate,
    before,
  ]);
  return { ...cell, changes: hasTrend ? changes : [] };
}

const leak = (result: string, domain: string, how: string): Leak => ({
  audit: "rules",
  result,
  domains: [domain],
  how,
});
const keyOf = ({ municipality, targetGroup, breakdown }: Domain): string =>
  JSON.stringify([municipality, targetGroup, breakdown]);

/**
 * Where a file differs from what the estimates give under the file's own pattern ({@link patternOf}).
 * @param expected what `publish` makes of the answers.
 */
export function figureLeaks(results: Results, expected: Results): Leak[] {
  const [own, known] = [results, expected].map(
    ({ domains }) => new Map(domains.map((domain) => [domain.id, keyOf(domain)])),
  );
  const strange = results.domains.filter(
    (domain, place) =>
      known?.get(domain.id) !== keyOf(domain) ||
      results.domains.findIndex(({ id }) => id === domain.id) !== place,
  );
  const lost = expected.domains.filter(({ id }) => !own?.has(id));
  const comparable = sources(results) === sources(expected);
  const head = new Map(Object.entries(results));
  const wrong = Object.entries(expected).filter(
    ([name, value]) => name !== "domains" && (comparable || name !== "trend") && !same(value, head.get(name)),
  );
  const unknown = results.responseCurve && !expected.responseCurve ? ["responseCurve"] : [];
  return [
    ...unknown.map((name) =>
      leak("answers", "all", `»${name}« cannot be counted again: the days are not there`),
    ),
    ...wrong.map(([name]) => leak("answers", "all", `»${name}« is not what the round has`)),
    ...strange.map(({ id }) => leak("answers", id, "a domain that the round does not have, or has once")),
    ...lost.map(({ id }) => leak("answers", id, "a domain of the round is left out")),
    ...differingCells(cellsOf(results), cellsOf(expected), comparable).map(([result, domain]) =>
      leak(result, domain, "not what the answers give"),
    ),
  ];
}

function differingCells(
  results: CellsOf,
  expected: CellsOf,
  hasTrend: boolean,
): [result: string, domain: string][] {
  const differing: [string, string][] = [];
  for (const id of new Set([...results.keys(), ...expected.keys()])) {
    const [own, known] = [results.get(id), expected.get(id)];
    for (const domain of new Set([...(own?.keys() ?? []), ...(known?.keys() ?? [])])) {
      const [cell, right] = [own?.get(domain), known?.get(domain)];
      if (!cell || !right || !same(comparedCell(cell, hasTrend), comparedCell(right, hasTrend)))
        differing.push([id, domain]);
    }
  }
  return differing;
}
