/** The response curve of the whole round: answers that had been sent by the end of a day. */
import { dayNumber } from "../../dates.ts";
import type { ResultLanguage } from "../language.ts";
import { numbersIn } from "../numbers.ts";
import { periodIn } from "../period.ts";
import type { Reading } from "../reading.ts";
import { roundAbove, type LinePlot } from "./plot.ts";
import { chartTextsIn } from "./words.ts";

/** Null when the days of the answers are not known. */
export function responseLine({ results }: Reading, language: ResultLanguage): LinePlot | null {
  const { responseCurve: curve, round } = results;
  const last = curve?.points.at(-1);
  if (!curve || !last) return null;
  const words = chartTextsIn(language);
  const { count, date } = numbersIn(language);
  const half = curve.points.find(({ answers }) => answers * 2 >= last.answers) ?? last;
  return {
    kind: "line",
    unit: "count",
    top: roundAbove(last.answers),
    title: words.response.title,
    subtitle: words.response.subtitle,
    finding: words.response.finding(date(half.on), count(last.answers)),
    source: words.counts(round.title, periodIn(language, round.period)),
    points: curve.points.map(({ on, answers }) => ({
      x: dayNumber(on),
      name: date(on),
      text: count(answers),
      dot: { estimate: answers, limits: null },
      withheld: false,
    })),
    marks: curve.waves
      .map((on, wave) => ({ x: dayNumber(on), name: words.response.waves[wave] ?? "" }))
      .filter(({ x }) => x <= dayNumber(last.on)),
  };
}
