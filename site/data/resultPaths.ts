/** The static paths of the results pages: each in every language, of the newest round and of earlier ones. */
import { ORIGINAL } from "#survey/languages.ts";
import type { ResultLanguage } from "#survey/presentation/language.ts";
import { edge } from "./edge.ts";
import { edition, editions, languages, type Edition } from "./results.ts";

/** What every results page is given; `Shown` is `Edition` where the page is there only once there are results. */
export interface ResultsRoute<Shown = Edition> {
  language: ResultLanguage;
  edition: Shown;
}

interface Page<Params, Props> {
  params: Params;
  props: Props;
}

/** Each page of each edition in each language, under `[...language]/resultater/[...round]/`. */
const pathsOf = <Shown extends Edition | null, Params, Props>(
  shown: readonly Shown[],
  pages: (one: Shown) => readonly Page<Params, Props>[],
) =>
  shown.flatMap((one) =>
    languages.flatMap((language) =>
      pages(one).map(({ params, props }) => ({
        params: {
          language: language === ORIGINAL ? undefined : language,
          round: one?.path.slice(0, -1) || undefined,
          ...params,
        },
        props: { language, edition: one, ...props },
      })),
    ),
  );

const ONE = [{ params: {}, props: {} }];
/** While the round has no results, its own pages say when they come. */
const orPending: readonly (Edition | null)[] = edition ? editions : [null, ...editions];

/** A page that there is also before there are results. */
export const always = () => pathsOf(orPending, () => ONE);

/** A page that there is once there are results. */
export const withResults = () => pathsOf(editions, () => ONE);

/** A page for each of a list that the results give. */
export const withEach = <Params, Props>(pages: (one: Edition) => readonly Page<Params, Props>[]) =>
  pathsOf(editions, pages);

/** Every municipality of the round and of its results has a page, so an address never goes away. */
export const byMunicipality = () =>
  pathsOf(orPending, (one) => {
    const own = one === null || one.path === "" ? edge.municipalities : [];
    const entries = [...own, ...(one?.reading.municipalities ?? [])];
    return [...new Map(entries.map(({ code, slug }) => [slug, code]))].map(([slug, code]) => ({
      params: { municipality: slug },
      props: { code },
    }));
  });
