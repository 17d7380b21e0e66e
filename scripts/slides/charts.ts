/** The two sorts of charts on the slides, native to PowerPoint: their data can be opened and changed there. */
import { COLOURS, SCALE } from "../report/pdf/sheet.ts";
import { hex, LANGUAGE, type Deck, type Slide } from "./design.ts";

export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Series {
  name: string;
  /** A value a category; `null` has none and is drawn as nothing. */
  values: readonly (number | null)[];
}

export interface BarChart {
  /** From the top down. */
  categories: readonly string[];
  series: readonly Series[];
  /** All that it shows, in words. */
  alt: string;
  fontSize: number;
  /** How the numbers are written; whole without it. */
  format?: string;
}

/** PowerPoint draws the first category at the bottom. */
const dataOf = ({ categories, series }: BarChart) =>
  series.map(({ name, values }) => ({
    name,
    labels: categories.toReversed(),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pptxgenjs leaves an empty cell for null; its types forget it
    values: values.toReversed() as number[],
  }));

const common = ({ alt, fontSize, format = "0" }: BarChart, place: Place) => ({
  ...place,
  altText: alt,
  lang: LANGUAGE,
  barDir: "bar",
  catAxisLabelFontSize: fontSize,
  catAxisLabelColor: hex(COLOURS.ink),
  catAxisLineShow: false,
  valAxisHidden: true,
  valAxisLineShow: false,
  valGridLine: { style: "none" as const },
  showValue: true,
  dataLabelFontSize: fontSize,
  dataLabelFormatCode: format,
  showLegend: true,
  legendPos: "t" as const,
  legendFontSize: fontSize,
  legendColor: hex(COLOURS.ink),
});

/** Bars of 100 %, worst answers to the left; the series come best first. */
export function addStackedBars(deck: Deck, slide: Slide, chart: BarChart, place: Place): void {
  const series = chart.series.toReversed();
  slide.addChart(deck.ChartType.bar, dataOf({ ...chart, series }), {
    ...common(chart, place),
    barGrouping: "percentStacked",
    barGapWidthPct: 40,
    chartColors: SCALE.toReversed().map(hex),
    dataBorder: { pt: 0.75, color: hex(COLOURS.ink) },
    dataLabelColor: hex(COLOURS.ink),
  });
}

/** Bars beside each other on 0 to 100, the first series of each category at the top. */
export function addClusteredBars(deck: Deck, slide: Slide, chart: BarChart, place: Place): void {
  const series = chart.series.toReversed();
  const colours = [COLOURS.accent, "#8FA3B3"].slice(0, chart.series.length).toReversed();
  slide.addChart(deck.ChartType.bar, dataOf({ ...chart, series }), {
    ...common(chart, place),
    barGrouping: "clustered",
    barGapWidthPct: 45,
    chartColors: colours.map(hex),
    dataLabelColor: hex(COLOURS.ink),
    dataLabelPosition: "outEnd",
    valAxisMinVal: 0,
    valAxisMaxVal: 100,
    showLegend: chart.series.length > 1,
  });
}
