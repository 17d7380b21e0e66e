/** `results.json` from a tabulated round and the pattern of what is withheld. */
import { isIndex, MEASURE_IDS, type MeasureId } from "../measures.ts";
import type { Cell, Domain, IndexCell, Results } from "../results.ts";
import { DONT_KNOW, type Column } from "./answerTable.ts";
import { comparisonsOf, markClear } from "./comparisons.ts";
import { codeWeights } from "./counts.ts";
import { collapsedCells } from "./design.ts";
import { isUnreliable, publishedEstimates, wholePercent } from "./estimates.ts";
import type { Pattern } from "./facts.ts";
import { shareInterval } from "./intervals.ts";
import { estimated, type Estimated } from "./covariance.ts";
import { linearMean } from "./linearise.ts";
import { meanEstimate, simpleMean } from "./meanEstimate.ts";
import { municipalityResponse, nationalResponse } from "./response.ts";
import type { Tabulation } from "./tabulate.ts";
import { responseCurveOf } from "./responseCurve.ts";
import { changesOf, type Trend } from "./trend.ts";

/** A measure in a domain: mean score and share positive. */
export interface EstimatedPair {
  score: Estimated;
  positive: Estimated;
}

/** One measure in all domains; `null` where it is not published. */
export type PairsOf = readonly (EstimatedPair | null)[];

/**
 * Everything that may be published of a round. Nothing in it rests on what the pattern withholds; an index is withheld wherever one
 * of its parts is, whatever the pattern says.
 * @param trends earlier rounds that changes are counted from.
 */
export function publish(tabulation: Tabulation, pattern: Pattern, trends: readonly Trend[] = []): Results {
  const { round, participants, weights, facts } = tabulation;
  const response = { weights, respondents: tabulation.respondents };
  const domains = facts.domains.map(({ id, key }): Domain => ({ id, ...key, items: {}, indexes: {} }));
  MEASURE_IDS.forEach((id, measure) => fillMeasure(domains, id, measure, { tabulation, pattern, trends }));
  markClear(domains);
  const curve = responseCurveOf(round, tabulation.sentOn);
  const municipalities = participants.map(({ code, allocation }) =>
    municipalityResponse(code, allocation, response, {
      withheld: pattern.response(code),
      withoutDesignEffect: pattern.designEffect(code),
      uncertainBelow: round.disclosure.uncertainBelow,
    }),
  );
  return {
    schemaVersion: 1,
    round: { id: round.id, title: round.title, period: round.period.label, closes: round.field.closes },
    questionnaireVersion: round.questionnaireVersions.at(-1) ?? "",
    threshold: round.disclosure.threshold,
    censusThreshold: round.disclosure.censusThreshold,
    uncertainBelow: round.disclosure.uncertainBelow,
    weighting: { margins: [...round.weighting.margins], method: round.weighting.method },
    trend: trends.map(({ head }) => head),
    municipalities,
    national: nationalResponse(
      participants.flatMap(({ allocation }) => allocation),
      response,
      municipalities,
    ),
    ...(curve ? { responseCurve: curve } : {}),
    collapsed: collapsedCells(weights.strata),
    domains,
  };
}

interface Publication {
  tabulation: Tabulation;
  pattern: Pattern;
  trends: readonly Trend[];
}

function fillMeasure(domains: Domain[], id: MeasureId, measure: number, publication: Publication): void {
  const { tabulation, trends } = publication;
  const reasons = domains.map((_, domain) => reasonFor(domain, measure, publication));
  const pairs = pairsOf(tabulation, id, reasons);
  domains.forEach((domain, d) => {
    const pair = pairs[d] ?? null;
    const cell = pair
      ? publishedCell(pair, [d, measure], publication)
      : absentCell(tabulation, [d, measure], reasons[d] ?? null);
    if (cell.status === "published") {
      const comparisons = comparisonsOf(d, pairs, tabulation);
      if (comparisons.length > 0) cell.comparisons = comparisons;
      const changes = changesOf(domain.id, id, pair, tabulation, trends);
      if (changes.length > 0) cell.changes = changes;
    }
    setCell(domain, id, cell);
  });
}

type Reason = ReturnType<Pattern["reason"]>;

function reasonFor(domain: number, measure: number, { tabulation, pattern }: Publication): Reason {
  const own = pattern.reason(domain, measure);
  if (own !== null) return own;
  const { measures } = tabulation.facts;
  const reasons = (measures[measure]?.parts ?? []).map((part) =>
    reasonFor(
      domain,
      measures.findIndex(({ id }) => id === part),
      { tabulation, pattern, trends: [] },
    ),
  );
  return reasons.find((reason) => reason !== null) ?? null;
}

/** A round is published again for every pattern that is tried; what has been estimated stays the same. */
const estimatedPairs = new WeakMap<Tabulation, Map<string, EstimatedPair | null>>();

function pairsOf(tabulation: Tabulation, id: MeasureId, reasons: readonly Reason[]): PairsOf {
  const known = estimatedPairs.get(tabulation) ?? new Map<string, EstimatedPair | null>();
  estimatedPairs.set(tabulation, known);
  return tabulation.members.map((people, domain) => {
    if (!tabulation.table[id].asked || reasons[domain] !== null) return null;
    const key = `${domain} ${id}`;
    const pair = known.get(key);
    if (pair !== undefined) return pair;
    const made = pairIn(people, id, tabulation);
    known.set(key, made);
    return made;
  });
}

function pairIn(people: Int32Array, id: MeasureId, { table, design }: Tabulation): EstimatedPair | null {
  const { score, positive } = table[id];
  const [mean, share] = [linearMean(score, people, design), linearMean(positive, people, design)];
  return mean && share ? { score: estimated(mean, design), positive: estimated(share, design) } : null;
}

type Place = readonly [domain: number, measure: number];

function absentCell({ facts, members }: Tabulation, [domain, measure]: Place, reason: Reason): IndexCell {
  if (!facts.measures[measure]?.asked) return { status: "notAsked" };
  if (members[domain]?.length === 0) return { status: "missing" };
  return reason === null ? { status: "missing" } : { status: "withheld", reason };
}

/** A cell of an item; of an index it lacks the share »don't know«. */
type PublishedEither = Extract<Cell | IndexCell, { status: "published" }>;

function publishedCell(pair: EstimatedPair, place: Place, publication: Publication): PublishedEither {
  const { design, table, members, facts } = publication.tabulation;
  const [domain, measure] = place;
  const column = table[MEASURE_IDS[measure] ?? "q1"];
  const people = members[domain] ?? new Int32Array(0);
  const share = meanEstimate(pair.positive);
  const sums = codeWeights(table, column.id, people, design.weight);
  const cell = {
    status: "published" as const,
    n: pair.score.linear.n,
    uncertain: fewInMunicipality(domain, publication.tabulation) || isUnreliable(share, shareInterval(share)),
    weighted: publishedEstimates(meanEstimate(pair.score), share, sums),
    unweighted: publication.pattern.weightedOnly(domain, measure)
      ? null
      : unweighted(column, people, facts.counts(domain, measure)),
  };
  if (isIndex(column.id)) return cell;
  const { status, n, ...rest } = cell;
  return { status, n, dontKnow: dontKnowShare(place, publication, sums), ...rest };
}

const unweighted = ({ score, positive }: Column, people: Int32Array, counts: readonly number[]) =>
  publishedEstimates(simpleMean(score, people), simpleMean(positive, people), counts);

function dontKnowShare(
  [domain, measure]: Place,
  { pattern }: Publication,
  sums: Float64Array,
): number | null {
  if (pattern.dontKnow(domain, measure)) return null;
  const all = sums.reduce((total, weight) => total + weight, 0);
  return wholePercent((sums[DONT_KNOW - 1] ?? 0) / all);
}

/** The domain lies in a municipality with too few answers. */
function fewInMunicipality(domain: number, { facts, round }: Tabulation): boolean {
  const code = facts.domains[domain]?.key.municipality ?? null;
  if (code === null) return false;
  const place = facts.municipalities.find((municipality) => municipality.code === code);
  return (place?.answers ?? 0) < round.disclosure.uncertainBelow;
}

function setCell(domain: Domain, id: MeasureId, cell: Cell | IndexCell): void {
  if (isIndex(id)) {
    if (cell.status !== "published" || !("dontKnow" in cell)) domain.indexes[id] = cell;
  } else if (cell.status !== "published" || "dontKnow" in cell) domain.items[id] = cell;
}
