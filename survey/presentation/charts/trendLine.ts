/** A measure in this round and in the earlier ones that it can be compared with. */
import type { MeasureId } from "../../measures.ts";
import type { Change } from "../../results.ts";
import { labelsIn } from "../labels.ts";
import type { ResultLanguage } from "../language.ts";
import { numbersIn } from "../numbers.ts";
import { periodIn } from "../period.ts";
import type { Reading, Where } from "../reading.ts";
import { dotOf, shareText } from "./dotRow.ts";
import type { LinePlot, LinePoint } from "./plot.ts";
import { sourceOf } from "./source.ts";
import { chartTextsIn, type ChartTexts } from "./words.ts";

/** The first round first. Null when no earlier round can be compared, or the result is not shown. */
export function trendLine(
  reading: Reading,
  where: Where,
  measure: MeasureId,
  language: ResultLanguage,
): LinePlot | null {
  const cell = reading.domain(where).cell(measure);
  if (cell.state !== "shown") return null;
  const words = chartTextsIn(language);
  const { round, trend } = reading.results;
  const earlier = trend.toReversed().flatMap(({ since, period }) => {
    const change = cell.changes.find((one) => one.since === since);
    return change?.before
      ? [{ period: periodIn(language, period), change, share: change.before.positive }]
      : [];
  });
  const latest = earlier.at(-1);
  if (!latest) return null;
  const rounds = [...earlier, { period: periodIn(language, round.period), share: cell.weighted.positive }];
  const points = rounds.map(({ period, share }, x): LinePoint => ({
    x,
    name: period,
    text: shareText(share, language),
    dot: dotOf(share),
    withheld: false,
  }));
  return {
    kind: "line",
    unit: "percent",
    top: 100,
    title: words.trend.title(labelsIn(language).short(measure)),
    subtitle: words.trend.subtitle,
    finding: findingOf(latest.change, latest.period, words, language),
    source: sourceOf(reading, language),
    points,
    marks: [],
  };
}

/** A change is said only when its interval excludes zero. */
function findingOf(
  { positive }: Change,
  since: string,
  { trend }: ChartTexts,
  language: ResultLanguage,
): string {
  const { estimate, low, high } = positive;
  const size = numbersIn(language).points(estimate);
  if (low !== null && low > 0) return trend.finding.higher(since, size);
  if (high !== null && high < 0) return trend.finding.lower(since, size);
  return trend.finding.same(since);
}
