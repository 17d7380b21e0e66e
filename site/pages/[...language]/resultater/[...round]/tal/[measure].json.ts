/** One measure in all municipalities and target groups, for the page that compares: of the newest round, the same in every language. */
import type { APIRoute, GetStaticPaths } from "astro";
import { ORIGINAL } from "#survey/languages.ts";
import { MEASURE_IDS, type MeasureId } from "#survey/measures.ts";
import { measureFigures } from "#survey/presentation/comparing/measureFigures.ts";
import type { Reading } from "#survey/presentation/reading.ts";
import { withResults } from "../../../../../data/resultPaths.ts";

export const getStaticPaths = (() =>
  withResults()
    .filter(({ props: { language, edition } }) => language === ORIGINAL && edition.path === "")
    .flatMap(({ params, props: { edition } }) =>
      MEASURE_IDS.map((measure) => ({
        params: { ...params, measure },
        props: { measure, reading: edition.reading },
      })),
    )) satisfies GetStaticPaths;

interface Props {
  measure: MeasureId;
  reading: Reading;
}

export const GET: APIRoute<Props> = ({ props: { reading, measure } }) =>
  Response.json(measureFigures(reading, measure));
