/** The charts of a round: each has a name, which is that of its files. */
import { INDEX_IDS } from "../../indexes.ts";
import { TARGET_GROUPS } from "../../targetGroups.ts";
import type { ResultLanguage } from "../language.ts";
import { OVERALL, type MunicipalityEntry, type Reading } from "../reading.ts";
import { itemDots } from "./itemDots.ts";
import { municipalityDots, type MunicipalitiesOf } from "./municipalityDots.ts";
import type { Plot } from "./plot.ts";
import { responseLine } from "./responseLine.ts";
import { trendLine } from "./trendLine.ts";

export interface NamedChart {
  /** `kommuner`, `aarhus-spoergsmaal` */
  name: string;
  plot: Plot;
}

const named = (name: string, plot: Plot | null): NamedChart[] => (plot ? [{ name, plot }] : []);

/** A measure in the municipalities, of everybody or of a target group; needs more than one. Overall satisfaction by itself. */
export function municipalitiesChart(
  reading: Reading,
  language: ResultLanguage,
  of: MunicipalitiesOf = { measure: OVERALL },
): NamedChart[] {
  if (reading.whole === "alone") return [];
  const what = [of.measure === OVERALL ? [] : of.measure, of.targetGroup ?? []].flat();
  return named(["kommuner", ...what].join("-"), municipalityDots(reading, of, language));
}

/** The items of a municipality beside all of them; needs others. */
export const itemsChart = (
  reading: Reading,
  { code, name, slug }: MunicipalityEntry,
  language: ResultLanguage,
): NamedChart[] =>
  reading.whole === "alone"
    ? []
    : named(`${slug}-spoergsmaal`, itemDots(reading, { municipality: code }, name, language));

/** Overall satisfaction over the rounds, of a municipality or of all. */
export const trendChart = (
  reading: Reading,
  municipality: MunicipalityEntry | null,
  language: ResultLanguage,
): NamedChart[] =>
  named(
    municipality ? `${municipality.slug}-udvikling` : "udvikling",
    trendLine(reading, { municipality: municipality?.code ?? null }, OVERALL, language),
  );

/** The answers day by day. */
export const responseChart = (reading: Reading, language: ResultLanguage): NamedChart[] =>
  named("svar", responseLine(reading, language));

/** Every chart of a round; one without any number is left out, as it is on the pages. */
export function namedCharts(reading: Reading, language: ResultLanguage): NamedChart[] {
  const charts = [
    ...municipalitiesChart(reading, language),
    ...INDEX_IDS.flatMap((measure) => municipalitiesChart(reading, language, { measure })),
    ...TARGET_GROUPS.flatMap((targetGroup) =>
      municipalitiesChart(reading, language, { measure: OVERALL, targetGroup }),
    ),
    ...trendChart(reading, null, language),
    ...responseChart(reading, language),
    ...reading.municipalities.flatMap((municipality) => [
      ...itemsChart(reading, municipality, language),
      ...trendChart(reading, municipality, language),
    ]),
  ];
  return charts.filter(({ plot }) => hasNumbers(plot));
}

/** At least one value is shown. */
export const hasNumbers = (plot: Plot): boolean =>
  (plot.kind === "dots" ? plot.rows : plot.points).some(({ dot }) => dot !== null);
