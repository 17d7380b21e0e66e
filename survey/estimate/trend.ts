/**
 * Change since an earlier round. Both rounds are estimated under their own design; where the same people may have answered
 * both, the covariance is taken off: Var(b − a) = Var(a) + Var(b) − 2 Cov(a, b).
 */
import { isIndex, MEASURE_IDS, type MeasureId } from "../measures.ts";
import type { Questionnaire } from "../questionnaire.ts";
import type { Change, Results } from "../results.ts";
import { estimated, type Estimated } from "./covariance.ts";
import { publishedDifference, type EstimatedDifference } from "./differences.ts";
import { degreesOfFreedom, linearMean } from "./linearise.ts";
import { NORMAL_CRITICAL_VALUE } from "./intervals.ts";
import { overlapCovariance, type Wave } from "./overlap.ts";
import type { EstimatedPair } from "./publish.ts";
import { versionsOf, type Tabulation } from "./tabulate.ts";

/** An earlier round: what it published and, while its answers exist, the answers. */
export interface EarlierRound {
  results: Results;
  questionnaires: readonly Questionnaire[];
  /** `null` when the answers are gone: changes are then counted from the published intervals. */
  tabulation: Tabulation | null;
  /** Respondent numbers of this round and of the earlier one that are the same person. */
  samePeople: ReadonlyMap<string, string>;
}

export interface Trend {
  head: Results["trend"][number];
  earlier: EarlierRound;
  comparable: ReadonlySet<MeasureId>;
  /** Place of each respondent of this round among those of the earlier one, −1 for none; of `earlier.tabulation`. */
  partner: Int32Array;
}

/** The closed items of the last questionnaire by id, each with its scale. */
const scalesOf = (versions: readonly Questionnaire[]): Map<string, string> =>
  new Map(
    (versions.at(-1)?.parts ?? []).flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "closed" ? [[item.id, item.scale] as const] : [])),
    ),
  );

/** The items of a theme in the last questionnaire. */
const themeOf = (versions: readonly Questionnaire[], theme: string): string =>
  (versions.at(-1)?.parts ?? [])
    .filter((part) => part.theme === theme)
    .flatMap(({ items }) => items.map(({ id }) => id))
    .join();

/** The measures that mean the same in both: items with the same id and scale, indexes of the same such items. */
function comparableMeasures(now: Tabulation, then: readonly Questionnaire[]): Set<MeasureId> {
  const [ours, theirs] = [scalesOf(versionsOf(now.round)), scalesOf(then)];
  const same = (id: MeasureId): boolean => {
    if (!isIndex(id)) return ours.has(id) && ours.get(id) === theirs.get(id);
    const { asked, parts } = now.table[id];
    const sameItems = id === "total" || themeOf(versionsOf(now.round), id) === themeOf(then, id);
    return asked && sameItems && parts.every(same);
  };
  return new Set(MEASURE_IDS.filter(same));
}

const codesOf = (list: readonly { code: string }[]): string =>
  list
    .map(({ code }) => code)
    .toSorted()
    .join();

/** Makes an earlier round ready to be compared with. */
export function trendSince(now: Tabulation, earlier: EarlierRound): Trend {
  const { results, tabulation, questionnaires, samePeople } = earlier;
  const comparable = comparableMeasures(now, questionnaires);
  const places = new Map((tabulation?.respondents ?? []).map(({ person }, i) => [person.respondent, i]));
  return {
    head: {
      since: results.round.id,
      title: results.round.title,
      period: results.round.period,
      sameMunicipalities: codesOf(now.participants) === codesOf(results.municipalities),
      source: tabulation ? "answers" : "published",
      notComparable: MEASURE_IDS.filter((id) => !comparable.has(id)),
    },
    earlier,
    comparable,
    partner: Int32Array.from(
      now.respondents,
      ({ person }) => places.get(samePeople.get(person.respondent) ?? "") ?? -1,
    ),
  };
}

/** The changes of a published cell since each earlier round that published it too. */
export function changesOf(
  domain: string,
  measure: MeasureId,
  pair: EstimatedPair | null,
  now: Tabulation,
  trends: readonly Trend[],
): Change[] {
  if (!pair) return [];
  return trends.flatMap((trend) => {
    const found = comparisonWith(trend, domain, measure, pair, now);
    return found ? [{ since: trend.head.since, ...found }] : [];
  });
}

function comparisonWith(
  trend: Trend,
  id: string,
  measure: MeasureId,
  pair: EstimatedPair,
  now: Tabulation,
): Omit<Change, "since"> | null {
  const domain = trend.earlier.results.domains.find((one) => one.id === id);
  const cell = isIndex(measure) ? domain?.indexes[measure] : domain?.items[measure];
  if (!trend.comparable.has(measure) || !domain || cell?.status !== "published") return null;
  if (domain.municipality === null && !trend.head.sameMunicipalities) return null;
  const of = (kind: "score" | "positive", published: Published, unit: number): EstimatedDifference =>
    trend.earlier.tabulation
      ? fromAnswers(trend, trend.earlier.tabulation, { id, measure, kind, now })
      : fromPublished(pair[kind], published, unit);
  return {
    mean: publishedDifference(of("score", cell.weighted.mean, 1), 1, 1),
    positive: publishedDifference(of("positive", cell.weighted.positive, 100), 100, 0),
    before: { mean: cell.weighted.mean, positive: cell.weighted.positive },
  };
}

interface Published {
  estimate: number;
  low: number | null;
  high: number | null;
}

/** The earlier standard error from its printed interval, half its width over the normal 1.96; nobody in both. */
function fromPublished(
  { linear, variance: own }: Estimated,
  { estimate, low, high }: Published,
  unit: number,
): EstimatedDifference {
  const defined = own !== null && own > 0 && low !== null && high !== null && high > low;
  const error = defined ? (high - low) / (2 * NORMAL_CRITICAL_VALUE * unit) : 0;
  return {
    estimate: linear.mean - estimate / unit,
    variance: defined ? own + error * error : null,
    degreesOfFreedom: degreesOfFreedom(linear),
  };
}

interface Wanted {
  id: string;
  measure: MeasureId;
  kind: "score" | "positive";
  now: Tabulation;
}

const waveOf = (tabulation: Tabulation, { id, measure, kind }: Wanted): Wave | null => {
  const place = tabulation.facts.domains.findIndex((domain) => domain.id === id);
  const members = tabulation.members[place];
  const values = tabulation.table[measure][kind];
  const linear = members && linearMean(values, members, tabulation.design);
  return members && linear
    ? { design: tabulation.design, values, members, ...estimated(linear, tabulation.design) }
    : null;
};

function fromAnswers(trend: Trend, earlier: Tabulation, wanted: Wanted): EstimatedDifference {
  const [now, then] = [waveOf(wanted.now, wanted), waveOf(earlier, wanted)];
  if (!now || !then) throw new RangeError(`${wanted.id} ${wanted.measure} was published without answers`);
  const [own, other] = [now.variance, then.variance];
  const defined = own !== null && other !== null && own > 0 && other > 0;
  const shared = overlapCovariance(now, then, trend.partner, wanted.now.weights.sizes);
  return {
    estimate: now.linear.mean - then.linear.mean,
    variance: defined ? Math.max(0, own + other - 2 * shared) : null,
    degreesOfFreedom: Math.min(degreesOfFreedom(now.linear), degreesOfFreedom(then.linear)),
  };
}
