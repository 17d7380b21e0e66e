/** Every chart of the results pages as a file that can stand alone. */
import type { APIRoute, GetStaticPaths } from "astro";
import { chartSvg } from "#survey/presentation/charts/chartSvg.ts";
import { namedCharts, type NamedChart } from "#survey/presentation/charts/named.ts";
import type { ResultLanguage } from "#survey/presentation/language.ts";
import { withResults } from "../../../../../data/resultPaths.ts";

export const getStaticPaths = (() =>
  withResults().flatMap(({ params, props: { language, edition } }) =>
    namedCharts(edition.reading, language).map((chart) => ({
      params: { ...params, name: chart.name },
      props: { chart, language },
    })),
  )) satisfies GetStaticPaths;

interface Props {
  chart: NamedChart;
  language: ResultLanguage;
}

export const GET: APIRoute<Props> = ({ props: { chart, language } }) =>
  new Response(chartSvg(chart.plot, language));
